package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

class BearerKeyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.api-key-header", "authorization")
            .overrideConfigKey("quarkus.claude.api-version", "2023-06-01");

    @Inject
    ClaudeClients clients;

    @Test
    void theKeyTravelsAsABearerTokenAndTheVersionIsTheConfiguredOne() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().apiKey("a.virtual/key").start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl() + "/v1/").apiKey("a.virtual/key").build()) {
            claude.generate("Hello");
            claude.stream("Hello").finalMessage();

            assertThat(simulator.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.headers().get("authorization")).containsExactly("Bearer a.virtual/key");
                assertThat(request.header("x-api-key")).isEmpty();
                assertThat(request.header("anthropic-version")).contains("2023-06-01");
            });
        }
    }
}
