package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.TooManyCallsException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;

/** Calls wait until the limits of the account have room for them, for no longer than they may. */
class CallsWaitForTheLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.limits.max-wait", "10s");

    @Inject
    ClaudeClients clients;

    private static final int PER_MINUTE = 60;

    @Test
    void soThatNoneIsRefused() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().requestsPerMinute(PER_MINUTE).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            List<Message> answers = Multi.createFrom().range(0, PER_MINUTE + 3)
                    .onItem().transformToUni(i -> claude.reactive().generate("Hello " + i)).merge(100).collect().asList()
                    .await().atMost(LONG);

            assertThat(answers).hasSize(PER_MINUTE + 3);
            assertThat(simulator.requests()).as("none was made again").hasSize(PER_MINUTE + 3);
        }
    }

    @Test
    void streamsToo() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().requestsPerMinute(PER_MINUTE).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            Multi.createFrom().range(0, PER_MINUTE + 3)
                    .onItem().transformToUni(i -> claude.reactive().stream("Hello " + i).collect().asList()).merge(100)
                    .collect().asList().await().atMost(LONG);

            assertThat(simulator.requests()).as("none was made again").hasSize(PER_MINUTE + 3);
        }
    }

    @Test
    void noLongerThanTheyMay() {
        Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        AtomicInteger answered = new AtomicInteger();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().clock(still).requestsPerMinute(4).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            assertThatThrownBy(() -> {
                while (answered.get() < 10) {
                    claude.generate("Hello");
                    answered.incrementAndGet();
                }
            }).isInstanceOf(TooManyCallsException.class).isInstanceOf(RateLimitException.class)
                    .hasMessageContaining("and may wait for 10 s. The account's limit of requests for sonnet is used")
                    .satisfies(failure -> assertThat(((TooManyCallsException) failure).bucket()).contains("requests"));

            assertThat(simulator.requests()).as("the last was not sent").hasSize(answered.get());
        }
    }
}
