package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.BrokenAnswers.OVERLOADED;
import static io.github.quarkusclaude.deployment.client.BrokenAnswers.sse;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.QuarkusUnitTest;

/** The rest of a stream has only the time that its beginning has left. */
@Timeout(60)
class TheRestKeepsTheDeadlineTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.stream.resume", "true")
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "1ms")
            .overrideConfigKey("quarkus.claude.timeout", "2s");

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
    void aRestThatDoesNotBegin() {
        StreamScript silent = new StreamScript();
        simulator.script(sse(start() + text("Once") + OVERLOADED), silent);

        OverloadedException failure = catchThrowableOfType(OverloadedException.class,
                () -> claude.stream("A tale").finalMessage());

        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once");
        assertThat(failure.getSuppressed()).singleElement().isInstanceOfSatisfying(NetworkException.class,
                late -> assertThat(late.phase()).isEqualTo(Phase.TOTAL));
        assertThat(silent.closedByClient()).succeedsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void aRestThatDoesNotEnd() {
        StreamScript endless = new StreamScript();
        endless.send(start() + text(" upon"));
        simulator.script(sse(start() + text("Once") + OVERLOADED), endless);

        NetworkException failure = catchThrowableOfType(NetworkException.class,
                () -> claude.stream("A tale").finalMessage());

        assertThat(failure.phase()).isEqualTo(Phase.TOTAL);
        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once upon");
        assertThat(failure.partialMessage().orElseThrow().joins()).hasSize(1);
        assertThat(endless.closedByClient()).succeedsWithin(20, TimeUnit.SECONDS);
    }
}
