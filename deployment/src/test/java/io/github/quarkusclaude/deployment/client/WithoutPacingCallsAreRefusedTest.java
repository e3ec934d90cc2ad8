package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Who does not want to wait is told by the API. */
class WithoutPacingCallsAreRefusedTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.limits.pacing", "false")
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0");

    @Inject
    ClaudeClients clients;

    @Test
    void atOnce() {
        Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().clock(still).requestsPerMinute(20).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            List<Uni<Message>> calls = IntStream.range(0, 30).mapToObj(i -> claude.reactive().generate("Hello " + i)).toList();

            assertThatThrownBy(() -> Uni.join().all(calls).andCollectFailures().await().atMost(LONG))
                    .hasStackTraceContaining("HTTP 429 rate_limit_error");
            assertThat(simulator.requests()).hasSize(30);
        }
    }
}
