package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ThreadsGoOnTest {

    private final VirtualClock clock = new VirtualClock();
    private final ClaudeSimulator simulator = ClaudeSimulator.builder().clock(clock).start();
    private final Api api = new Api(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void onlyWhatIsNewIsSent() throws IOException {
        api.header("anthropic-beta", "message-threads-2026-08-12");
        ObjectNode first = ask("The first part");
        first.putObject("thread").put("type", "create");
        JsonNode answer = api.answer(first);

        JsonNode second = api.answer(next(answer));

        ObjectNode whole = ask("The first part");
        ((ArrayNode) whole.path("messages")).addObject().put("role", "assistant").set("content", answer.path("content"));
        ((ArrayNode) whole.path("messages")).addObject().put("role", "user").put("content", "Say exactly: go on");
        assertThat(second.at("/usage/input_tokens")).isEqualTo(api.answer(whole).at("/usage/input_tokens"));
        assertThat(second.at("/content/0/text").asText()).isEqualTo("go on");
        assertThat(api.error(api.messages(next(answer)), 400).at("/details/error_code").asText())
                .isEqualTo("thread_already_continued");
        assertThat(api.messages(next(second)).statusCode()).isEqualTo(200);
    }

    @Test
    void aThreadIsForgottenAfterFiveMinutes() throws IOException {
        api.header("anthropic-beta", "message-threads-2026-08-12");
        ObjectNode first = ask("Hello");
        first.putObject("thread").put("type", "create");
        JsonNode answer = api.answer(first);
        clock.advance(Duration.ofMinutes(5));

        assertThat(api.error(api.messages(next(answer)), 404).at("/details/error_code").asText()).isEqualTo("thread_not_found");
    }

    private static ObjectNode next(JsonNode answer) {
        ObjectNode next = ask("Say exactly: go on");
        next.putObject("thread").put("type", "continue").put("previous_message_id", answer.path("id").asText());
        return next;
    }
}
