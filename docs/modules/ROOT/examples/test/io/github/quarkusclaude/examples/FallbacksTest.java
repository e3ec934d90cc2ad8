package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FallbacksTest {

    private static final RequestOptions HAIKU = RequestOptions.DEFAULT
            .withFallback(List.of(ModelRoute.to("claude-haiku-5-5")));

    @Inject
    ClaudeClients clients;

    @Inject
    @ClaudeClientName("support")
    ClaudeClient support;

    @Inject
    Fallbacks fallbacks;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void theAnswerTellsWhoGaveIt() {
        MessageRequest request = MessageRequest.builder().model("claude-opus-4-1").user("Hello").options(HAIKU).build();

        assertThat(fallbacks.answer(claude, request)).isEqualTo(
                "claude-haiku-5-5 answered instead of claude-opus-4-1: RETIREMENT, claude-opus-4-1: RETIREMENT");
        assertThat(fallbacks.missing()).isEqualTo(1);
    }

    @Test
    void aRequestSaysItself() {
        assertThat(fallbacks.quick().options().fallback()).hasToString("[claude-haiku-5-5, via reserve]");
    }

    @Test
    void whatIsConfiguredIsPossible() {
        assertThat(support.generate("What is 6 * 7?").modelChoice().isFallback()).isFalse();
    }

    @Test
    void failuresAreListed() {
        simulator.script(ScriptedAnswer.error(400, "invalid_request_error", "Too long"));

        assertThat(fallbacks.failures(claude)).singleElement().asString().startsWith("Too long");
    }
}
