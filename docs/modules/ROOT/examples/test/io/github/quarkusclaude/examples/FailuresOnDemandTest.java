package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FailuresOnDemandTest {

    @Inject
    ClaudeClients clients;

    @Test
    void aTestSaysWhatGoesWrong() {
        // tag::failures[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            simulator.scenario(Scenario.RESET_MID_CONTENT); // <1>
            assertThatThrownBy(() -> claude.stream("Hello").finalMessage()).isInstanceOf(TruncatedStreamException.class);

            simulator.scenario(Scenario.OVERLOADED.times(100)); // <2>
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(OverloadedException.class);
            simulator.reset();

            simulator.chaos(0.3, Scenario.SLOW_TRICKLE, Scenario.COMPRESSED.and(Scenario.CLOCK_AHEAD)); // <3>
            for (int i = 0; i < 20; i++) {
                assertThat(claude.generate("Say exactly: " + i).text()).isEqualTo("" + i);
            }
            assertThat(simulator.requests()).flatExtracting(RecordedRequest::scenarios).contains("slow-trickle"); // <4>

            simulator.refuseConnections(); // <5>
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(NetworkException.class);
            simulator.acceptConnections();
        }
        // end::failures[]
    }
}
