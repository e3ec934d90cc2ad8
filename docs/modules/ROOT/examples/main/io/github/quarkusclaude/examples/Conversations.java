package io.github.quarkusclaude.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/** Requests that say more than one thing. */
@ApplicationScoped
public class Conversations {

    @Inject
    ClaudeClient claude;

    // tag::named[]
    @Inject
    @ClaudeClientName("fast")
    ClaudeClient fast;
    // end::named[]

    String brief(String question) {
        // tag::request[]
        MessageRequest request = MessageRequest.builder()
                .model("claude-opus-5-5")
                .maxTokens(500)
                .system("Answer in one sentence.")
                .user(question)
                .build();
        Message answer = claude.generate(request);
        // end::request[]
        return answer.text();
    }

    Message conversation() {
        // tag::conversation[]
        MessageRequest first = MessageRequest.of("What is 6 * 7?");
        Message answer = claude.generate(first);

        MessageRequest second = first.toBuilder()
                .assistant(answer) // <1>
                .user("And times two?")
                .build();
        Message next = claude.generate(second);
        // end::conversation[]
        return next;
    }

    String look(byte[] png) {
        // tag::image[]
        MessageRequest request = MessageRequest.builder()
                .user("What is in this picture?", ImageBlock.of(png))
                .build();
        // end::image[]
        return claude.generate(request).text();
    }

    String weather(String question) {
        // tag::tool[]
        Tool weather = Tool.of("weather", "The current weather of a city", RawJson.of("""
                {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}"""));
        MessageRequest request = MessageRequest.builder().tool(weather).user(question).build();

        Message answer = claude.generate(request);
        for (ToolUseBlock use : answer.toolUses()) {
            String city = use.input().tree().path("city").asText(); // <1>
            request = request.toBuilder()
                    .assistant(answer)
                    .user(ToolResultBlock.of(use.id(), "12 °C and rain in " + city))
                    .build();
            answer = claude.generate(request);
        }
        // end::tool[]
        return answer.text();
    }

    String additional() {
        // tag::additional[]
        MessageRequest request = MessageRequest.builder()
                .user("Hello")
                .additionalField("service_tier", "standard_only")
                .build();
        // end::additional[]
        return claude.generate(request).toJson();
    }

    int tokens(String text) {
        // tag::tokens[]
        int tokens = claude.countTokens(text).inputTokens();
        // end::tokens[]
        return tokens;
    }

    String quick(String question) {
        return fast.generate(MessageRequest.builder().message(InputMessage.user(question)).build()).model();
    }
}
