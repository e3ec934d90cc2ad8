package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RateLimitsInUseTest {

    @Inject
    ClaudeClients clients;

    @Inject
    RateLimitsInUse rateLimits;

    @Test
    void whatIsLeftDecides() {
        // tag::simulated[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            simulator.answerHeaders(Map.of("anthropic-ratelimit-tokens-limit", "50000",
                    "anthropic-ratelimit-tokens-remaining", "4000",
                    "anthropic-ratelimit-output-tokens-remaining", "700"));
            claude.generate("Hello");

            assertThat(rateLimits.mayGoOn(claude)).isFalse();
            assertThat(rateLimits.outputLeft(claude)).isEqualTo(700);
            assertThat(rateLimits.forSupport(claude)).startsWith("Status 200, request req_").doesNotContain("null");
            assertThat(rateLimits.alarms()).contains("sonnet: 92 % of tokens is used");
        }
        // end::simulated[]
    }

    @Test
    void whatIsNotKnownStopsNobody() {
        try (ClaudeClient claude = clients.builder().build()) {
            assertThat(rateLimits.mayGoOn(claude)).isTrue();
            assertThat(rateLimits.outputLeft(claude)).isEqualTo(Long.MAX_VALUE);
        }
    }
}
