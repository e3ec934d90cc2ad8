package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.UnavailableException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.QuarkusUnitTest;

@Timeout(30)
class AnEndpointOutOfOrderIsLeftAloneTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0")
            .overrideConfigKey("quarkus.claude.circuit-breaker.request-volume-threshold", "4")
            .overrideConfigKey("quarkus.claude.circuit-breaker.delay", "1s");

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
    void untilItWorksAgain() {
        simulator.scenario(Scenario.SERVER_ERROR.times(100));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(ServerException.class);
        }

        assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("messages").hasCauseInstanceOf(ServerException.class);
        assertThatThrownBy(() -> claude.stream("Hello").finalMessage()).isInstanceOf(UnavailableException.class);
        assertThat(simulator.requests()).hasSize(4);

        simulator.reset();
        assertThat(claude.countTokens("Hello").inputTokens()).as("another endpoint").isPositive();
        assertThat(answeredInTheEnd()).isEqualTo("hi");
        assertThat(claude.generate("Say exactly: hi").text()).isEqualTo("hi");
    }

    @Test
    void notBecauseItHasTooMuchToDo() {
        simulator.scenario(Scenario.OVERLOADED.times(10));

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(OverloadedException.class);
        }
    }

    private String answeredInTheEnd() {
        while (true) {
            try {
                return claude.generate("Say exactly: hi").text();
            } catch (UnavailableException e) {
                // not yet
            } catch (ClaudeException e) {
                throw new AssertionError(e);
            }
        }
    }
}
