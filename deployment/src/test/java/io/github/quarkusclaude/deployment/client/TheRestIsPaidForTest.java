package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.BrokenAnswers.restOf;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.sse;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.BudgetExceededException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** The request for the rest is a call of its own for the budget. */
@Timeout(60)
class TheRestIsPaidForTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.stream.resume", "true")
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "1ms")
            .overrideConfigKey("quarkus.claude.budget.limit", "0.05")
            .overrideConfigKey("quarkus.claude.budget.period", "P1Y")
            .overrideConfigKey("quarkus.claude.model", "claude-sonnet-5-5")
            .overrideConfigKey("quarkus.claude.max-tokens", "1000");

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
    void bothPartsCount() {
        simulator.script(sse(start() + text("Once ")), restOf("Once upon a time"));

        claude.stream("A tale").finalMessage();

        // of the part that broke off the output is not known: up to 1,000 tokens for 10 dollars a million
        assertThat(status().spent()).isEqualByComparingTo("0.010054");
        assertThat(status().reserved()).isZero();
    }

    @Test
    void aRestThatIsTooDearIsNotAskedFor() {
        simulator.script(ScriptedAnswer.message("{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"claude-sonnet-5-5\",\"content\":[],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":0,\"output_tokens\":3500}}"));
        claude.generate("Use some of it");
        simulator.script(sse(start() + text("Once ")), restOf("Once upon a time"));

        TruncatedStreamException failure = catchThrowableOfType(TruncatedStreamException.class,
                () -> claude.stream("A tale").finalMessage());

        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(BudgetExceededException.class);
        assertThat(simulator.requests()).hasSize(2);
        assertThat(status().reserved()).isZero();
    }

    private BudgetStatus status() {
        return claude.budget().orElseThrow();
    }
}
