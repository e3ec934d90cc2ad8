package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.TextBlock;

/**
 * A last message in which the application begins the answer for the model. Where the model refuses that, or thinks first, the
 * user asks it to
 * go on from there, so that the answer is still what comes after the beginning and not the whole.
 */
final class PrefillRule implements ModelRule {

    /** Asks for what a model that takes no prefill would otherwise go on with. */
    static final String CONTINUE = "Your last message breaks off. Continue it directly from where it ends, as if"
            + " there had been no break: give only what comes next, white space included, repeat nothing of it, and do not"
            + " comment on this.";

    /** Whether the conversation ends with a text of the model; other blocks, such as a paused tool use, are no prefill. */
    static boolean isPrefilled(MessageRequest request) {
        List<InputMessage> messages = request.messages();
        if (messages.isEmpty() || !messages.get(messages.size() - 1).role().equals(Role.ASSISTANT)) {
            return false;
        }
        return messages.get(messages.size() - 1).content().blocks().stream().allMatch(PrefillRule::isTextOrThinking);
    }

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        boolean never = context.model().capabilities().prefill() == Support.NO;
        if (!isPrefilled(request) || !never && !thinksFirst(request)) {
            return request;
        }
        context.unsupported("a last message of role assistant" + (never ? "" : " while it thinks with a budget"),
                "a message of the user asks it to continue the text",
                "End with a message of the user; for an answer in a given form use structured output");
        List<InputMessage> messages = new ArrayList<>(request.messages());
        InputMessage prefill = messages.get(messages.size() - 1);
        if (prefill.content().text().isBlank()) {
            messages.remove(messages.size() - 1);
        } else {
            messages.add(InputMessage.user(CONTINUE));
        }
        return request.toBuilder().messages(messages).build();
    }

    /** An answer that has to begin with thinking cannot begin with a text. */
    private static boolean thinksFirst(MessageRequest request) {
        return ThinkingModes.isManual(request.thinking())
                && !ThinkingHistoryRule.beginsWithThinking(request.messages(), request.messages().size() - 1);
    }

    private static boolean isTextOrThinking(ContentBlock block) {
        return block instanceof TextBlock || "thinking".equals(block.type()) || "redacted_thinking".equals(block.type());
    }
}
