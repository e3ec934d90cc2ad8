package io.github.quarkusclaude.examples;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.Citation;
import io.github.quarkusclaude.message.CitedText;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.DocumentCitation;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RawBlock;
import io.github.quarkusclaude.message.SearchResultBlock;
import io.github.quarkusclaude.message.ServerToolUseBlock;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.WebCitation;

/** What an answer is made of. */
public final class Contents {

    private Contents() {
    }

    static String describe(Message answer) {
        StringBuilder description = new StringBuilder();
        // tag::blocks[]
        for (ContentBlock block : answer.content()) {
            if (block instanceof TextBlock text) {
                description.append("says: ").append(text.text()).append('\n');
            } else if (block instanceof ThinkingBlock thinking) {
                description.append("thinks: ").append(thinking.thinking()).append('\n');
            } else if (block instanceof ServerToolUseBlock use) {
                description.append("uses: ").append(use.name()).append('\n');
            } else if (block instanceof RawBlock raw) { // <1>
                description.append("is new: ").append(raw.toJson()).append('\n');
            }
        }
        // end::blocks[]
        return description.toString();
    }

    static Message ask(ClaudeClient claude, String notes) {
        // tag::cite[]
        MessageRequest request = MessageRequest.builder()
                .user(DocumentBlock.of(Source.text(notes), "Notes").withCitations(),
                        SearchResultBlock.of("https://example.org/lawns", "Lawns", "Grass is green.", "Moss is too.")
                                .withCitations(),
                        TextBlock.of("What colour is the grass?"))
                .build();
        // end::cite[]
        return claude.generate(request);
    }

    static String withFootnotes(Message answer) {
        // tag::footnotes[]
        StringBuilder text = new StringBuilder(answer.text());
        StringBuilder footnotes = new StringBuilder();
        int shift = 0;
        int number = 0;
        for (CitedText cited : answer.citations()) {
            for (Citation citation : cited.citations()) {
                String mark = "[" + ++number + "]";
                text.insert(cited.end() + shift, mark); // <1>
                shift += mark.length();
                footnotes.append('\n').append(mark).append(' ').append(source(citation));
            }
        }
        // end::footnotes[]
        return text.append(footnotes).toString();
    }

    // tag::source[]
    static String source(Citation citation) {
        if (citation instanceof DocumentCitation document && document.unit() == DocumentCitation.Unit.PAGES) {
            return document.title() + ", page " + document.start();
        }
        if (citation instanceof WebCitation page) {
            return page.title() + ", " + page.url();
        }
        return citation.title() + ": " + citation.citedText();
    }
    // end::source[]

    static String whyNot(ClaudeClient claude, String question) {
        // tag::refusal[]
        Message answer = claude.generate(question);
        if (answer.isRefusal()) {
            String why = answer.stopDetails() == null ? null : answer.stopDetails().explanation();
            return why == null ? "Claude declined." : why;
        }
        // end::refusal[]
        return answer.text();
    }
}
