package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.limits.RateLimitWarning;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** When little is left of a limit, the log and the application are told, once until it is reset. */
class LowLimitsAreObservedTest {

    private static final String TOKENS = "anthropic-ratelimit-tokens-";
    private static final String REQUESTS = "anthropic-ratelimit-requests-";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            // the limits that are told here would hold calls back for decades
            .overrideConfigKey("quarkus.claude.limits.pacing", "false")
            .withApplicationRoot(jar -> jar.addClasses(Simulated.class, TlsGateway.class, Observer.class))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.github.quarkusclaude.limits"))
            .assertLogRecords(records -> {
                assertThat(records).extracting(LogRecord::getLevel).extracting(Level::getName).containsOnly("WARN");
                assertThat(records).extracting(LogRecord::getMessage).filteredOn(text -> text.startsWith("Little is left"))
                        .satisfiesExactly(
                                text -> assertThat(text).contains("limit of requests for sonnet: 5 of 1000 until "),
                                text -> assertThat(text).contains("limit of tokens for sonnet: 99 of 1000 until "));
                assertThat(records).extracting(LogRecord::getMessage).filteredOn(text -> text.startsWith("An observer"))
                        .as("a failing observer harms nobody").hasSize(2);
            });

    @Inject
    ClaudeClients clients;

    @Inject
    Observer observer;

    @Test
    void onceForEachBucket() throws Exception {
        Instant reset = Instant.parse("2100-01-01T00:00:00Z");
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            say(simulator, 6, 100, reset);
            claude.generate("Hello");
            assertThat(observer.seen).isEmpty();

            say(simulator, 5, 100, reset);
            claude.generate("Hello");
            say(simulator, 4, 99, reset);
            claude.stream("Hello").finalMessage();
            say(simulator, 0, 1, reset);
            claude.generate("Hello");
        }

        assertThat(observer.seen).containsExactly(
                new RateLimitWarning("<default>", "sonnet", "requests", 1_000L, 5L, 100, reset),
                new RateLimitWarning("<default>", "sonnet", "tokens", 1_000L, 99L, 90, reset));
        assertThat(observer.seenLater.get(10, TimeUnit.SECONDS).bucket()).isEqualTo("tokens");
    }

    private static void say(ClaudeSimulator simulator, int requests, int tokens, Instant reset) {
        simulator.answerHeaders(Map.of(REQUESTS + "limit", "1000", REQUESTS + "remaining", Integer.toString(requests),
                REQUESTS + "reset", reset.toString(), TOKENS + "limit", "1000", TOKENS + "remaining",
                Integer.toString(tokens), TOKENS + "reset", reset.toString()));
    }

    @Singleton
    static class Observer {

        final List<RateLimitWarning> seen = new CopyOnWriteArrayList<>();
        final CompletableFuture<RateLimitWarning> seenLater = new CompletableFuture<>();

        void see(@Observes RateLimitWarning warning) {
            seen.add(warning);
            throw new IllegalStateException("An application may do anything");
        }

        void seeLater(@ObservesAsync RateLimitWarning warning) {
            if (warning.bucket().equals("tokens")) {
                seenLater.complete(warning);
            }
        }
    }
}
