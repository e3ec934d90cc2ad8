package io.github.quarkusclaude.conformance;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.ThinkingLevel;

/** Reads what a test wants to ask. */
final class Question {

    private Question() {
    }

    /**
     * A request as JSON of the API; beside its fields there may be {@code thinkingLevel}, {@code betas}, and {@code images}
     * and {@code pdfs} as Base64.
     */
    static MessageRequest read(JsonNode question) {
        RequestOptions options = RequestOptions.DEFAULT;
        if (question.has("thinkingLevel")) {
            options = options.withThinkingLevel(
                    ThinkingLevel.valueOf(question.path("thinkingLevel").asText().toUpperCase(Locale.ROOT)));
        }
        List<String> betas = new ArrayList<>();
        question.path("betas").forEach(beta -> betas.add(beta.asText()));
        List<ContentBlock> attachments = new ArrayList<>();
        question.path("images").forEach(image -> attachments.add(ImageBlock.of(bytes(image))));
        question.path("pdfs").forEach(pdf -> attachments.add(DocumentBlock.of(bytes(pdf))));
        MessageRequest request = MessageRequest.fromJson(question.path("request").toString());
        if (!attachments.isEmpty()) {
            request = request.toBuilder().user("What is this?", attachments.toArray(ContentBlock[]::new)).build();
        }
        return request.toBuilder().options(options.withBetas(betas)).build();
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
