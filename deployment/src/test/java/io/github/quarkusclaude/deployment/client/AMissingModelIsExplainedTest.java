package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** Where the API only repeats the id of a model it does not have, the exception says which it may be and where they are. */
class AMissingModelIsExplainedTest {

    private static final String WHERE = "models() of the client, or quarkus-claude models --remote";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application();

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void whateverIsAskedOfIt() {
        MessageRequest request = ask("claude-sonet-5-5");
        assertExplained(failure(() -> claude.generate(request)));
        assertExplained(failure(() -> claude.stream(request).finalMessage()));
        assertExplained(failure(() -> claude.countTokens(request)));
        assertExplained(failure(() -> claude.model("claude-sonet-5-5")));
    }

    @Test
    void byTheNewestOfItsFamilyIfItIsNoTypingError() {
        assertThat(failure(() -> claude.generate(ask("anthropic.haiku-latest-v1:0"))))
                .hasMessageContainingAll("did you mean claude-haiku-5-5?", WHERE);
        assertThat(failure(() -> claude.generate(ask("gpt-9")))).hasMessageContainingAll("\"gpt-9\"", WHERE)
                .message().doesNotContain("did you mean");
    }

    @Test
    void byItsEndIfItHadOne() {
        assertThat(failure(() -> claude.generate(ask("claude-opus-4-1")))).hasMessageContainingAll(
                "\"claude-opus-4-1-20250805\"", "its end is 2026-08-05", "Use claude-opus-4-8", WHERE)
                .message().doesNotContain("did you mean");
    }

    @Test
    void butNothingElseThatIsMissing() {
        simulator.script(ScriptedAnswer.error(404, "not_found_error", "File not found: file_1"));
        assertThat(failure(() -> claude.generate("Hello"))).message().startsWith("File not found: file_1 (HTTP 404");
    }

    private static MessageRequest ask(String model) {
        return MessageRequest.builder().model(model).user("Hello").build();
    }

    private static NotFoundException failure(Runnable call) {
        NotFoundException failure = catchThrowableOfType(NotFoundException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void assertExplained(NotFoundException failure) {
        assertThat(failure).hasMessageContainingAll("\"claude-sonet-5-5\"", "did you mean claude-sonnet-5-5?", WHERE);
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.requestId()).isPresent();
    }
}
