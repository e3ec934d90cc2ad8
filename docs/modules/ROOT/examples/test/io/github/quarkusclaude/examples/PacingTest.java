package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class PacingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    ClaudeClients clients;

    @Test
    void noneIsRefused() {
        // tag::paced[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().requestsPerMinute(60).start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {

            List<Uni<Message>> calls = IntStream.range(0, 63) // <1>
                    .mapToObj(i -> claude.reactive().generate("Hello " + i)).toList();
            List<Message> answers = Uni.join().all(calls).andFailFast().await().atMost(LONG);

            assertThat(answers).hasSize(63);
            assertThat(simulator.requests()).hasSize(63); // <2>
        }
        // end::paced[]
    }

    @Test
    void whoCannotWaitIsToldHowLongItTakes() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build()) {
            simulator.answerHeaders(Map.of("anthropic-ratelimit-requests-limit", "1", "anthropic-ratelimit-requests-remaining",
                    "0", "anthropic-ratelimit-requests-reset", "2100-01-01T00:00:00Z"));

            assertThat(Pacing.answer(claude, "Say exactly: hello")).isEqualTo("hello");
            assertThat(Pacing.answer(claude, "Say exactly: hello")).startsWith("Too many requests. Ask again in ");
        }
    }
}
