package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RetriesTest {

    @Inject
    ClaudeClients clients;

    @Test
    void whatPassesIsNotSeen() {
        // tag::again[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            simulator.scenario(Scenario.OVERLOADED, Scenario.RESET);

            assertThat(claude.generate("Say exactly: hello").text()).isEqualTo("hello");
            assertThat(simulator.requests()).hasSize(3);
        }
        // end::again[]
    }
}
