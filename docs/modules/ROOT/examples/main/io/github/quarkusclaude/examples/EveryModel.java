package io.github.quarkusclaude.examples;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;

/** Requests that fit every model. */
@ApplicationScoped
public class EveryModel {

    @Inject
    ClaudeClient claude;

    List<String> compare(String question) {
        // tag::same[]
        MessageRequest request = MessageRequest.builder()
                .user(question)
                .temperature(0.2) // <1>
                .outputConfig(OutputConfig.effort("xhigh")) // <2>
                .build();
        List<String> answers = List.of("claude-haiku-4-5", "claude-sonnet-4-6", "claude-opus-5-5").stream()
                .map(model -> claude.generate(request.toBuilder().model(model).build()).text())
                .toList();
        // end::same[]
        return answers;
    }

    String strict(String question) {
        // tag::reject[]
        MessageRequest request = MessageRequest.builder()
                .model("claude-opus-5-5")
                .temperature(0.2)
                .user(question)
                .options(RequestOptions.DEFAULT.withUnsupported(Unsupported.REJECT))
                .build();
        try {
            return claude.generate(request).text();
        } catch (InvalidRequestException e) {
            return e.getMessage(); // <1>
        }
        // end::reject[]
    }

    Message think(String question) {
        // tag::level[]
        MessageRequest request = MessageRequest.builder()
                .user(question)
                .thinkingLevel(ThinkingLevel.HIGH)
                .build();
        // end::level[]
        return claude.generate(request);
    }

    Message thinkExactly(String question) {
        // tag::exact[]
        MessageRequest request = MessageRequest.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(12_000) // <1>
                .thinking(ThinkingConfig.enabled(8_000).withDisplay("summarized"))
                .user(question)
                .build();
        // end::exact[]
        return claude.generate(request);
    }

    Message shortened(String question) {
        // tag::beta[]
        MessageRequest request = MessageRequest.builder()
                .user(question)
                .additionalField("context_management", Map.of("edits",
                        List.of(Map.of("type", "clear_tool_uses_20250919")))) // <1>
                .betas("thinking-token-count-2026-05-13") // <2>
                .build();
        // end::beta[]
        return claude.generate(request);
    }

    Message cached(String handbook, List<InputMessage> conversation) {
        // tag::cache[]
        MessageRequest request = MessageRequest.builder()
                .system(Content.of(List.of(TextBlock.of(handbook).withCacheControl(CacheControl.ONE_HOUR)))) // <1>
                .messages(conversation)
                .cacheControl(CacheControl.FIVE_MINUTES) // <2>
                .build();
        // end::cache[]
        return claude.generate(request);
    }
}
