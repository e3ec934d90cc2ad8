package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.limits.Admission;
import io.github.quarkusclaude.limits.AdmissionSettings;
import io.github.quarkusclaude.limits.CallSize;
import io.github.quarkusclaude.limits.Permit;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.Scheduling;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.smallrye.mutiny.Uni;

/**
 * Five thousand requests come three times as fast as the limits of the simulator allow. They are sent as fast as they may be,
 * and none is refused. Simulator and pacing share a clock that moves on when nothing is left to do, so this is the same in
 * every run.
 */
class PacedRequestsAreNotRefusedTest {

    private static final int REQUESTS = 5_000;
    private static final Duration WAY = Duration.ofMillis(60);

    private final VirtualTime time = new VirtualTime();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private int served;
    private int refused;
    private final Map<String, Long> tokens = new HashMap<>();
    private final Map<String, Duration> lastServed = new HashMap<>();

    @Test
    void limitedByRequests() {
        try (ClaudeSimulator simulator = simulator().requestsPerMinute(1_000).start()) {
            Admission admission = admission();
            for (int i = 0; i < REQUESTS; i++) {
                time.at(Duration.ofMillis(20L * i), () -> ask(simulator, admission, "claude-sonnet-5", 10));
            }
            time.run();
        }

        assertThat(refused).isZero();
        assertThat(served).isEqualTo(REQUESTS);
        assertThat(served / allowed(1_000, "claude-sonnet-5")).as("of what was allowed").isGreaterThan(0.95);
    }

    @Test
    void limitedByOutputTokensOfTwoClasses() {
        try (ClaudeSimulator simulator = simulator().outputTokensPerMinute(40_000).start()) {
            Admission admission = admission();
            for (int i = 0; i < REQUESTS; i++) {
                String model = i % 2 == 0 ? "claude-sonnet-5" : "claude-haiku-4-5";
                // 40 tokens on average, 3,000 requests a minute, of two classes
                time.at(Duration.ofMillis(10L * i), () -> ask(simulator, admission, model, 10 + random.nextInt(61)));
            }
            time.run();
        }

        assertThat(refused).isZero();
        assertThat(served).isEqualTo(REQUESTS);
        assertThat(tokens).hasSize(2).allSatisfy((model, used) -> assertThat(used / allowed(40_000, model))
                .as("of what was allowed to %s", model).isGreaterThan(0.95));
    }

    /** How much there was until the last request to a model, of a limit that was untouched at the beginning. */
    private double allowed(long perMinute, String model) {
        return perMinute + perMinute * lastServed.get(model).toMillis() / 60_000.0;
    }

    private ClaudeSimulator.Builder simulator() {
        return ClaudeSimulator.builder().clock(time).requestsPerMinute(1_000_000).recordedRequests(0);
    }

    private Admission admission() {
        return new Admission("test", new AdmissionSettings(true, 256, REQUESTS, Optional.empty()), time);
    }

    private void ask(ClaudeSimulator simulator, Admission admission, String model, int words) {
        String body = "{\"model\":\"" + model + "\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"lorem "
                + words + " tokens\"}]}";
        CallSize size = new CallSize(body.length() / 4, 1_000, false);
        admission.call(model, size, null, permit -> Uni.createFrom().emitter(emitter -> time.after(way(), () -> {
            HttpResponse<String> response = send(simulator, model, body);
            time.after(way().plusMillis(10L * words), () -> {
                take(response, model, permit);
                emitter.complete(response);
            });
        }))).subscribe().with(answer -> {
        });
    }

    private HttpResponse<String> send(ClaudeSimulator simulator, String model, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v1/messages"))
                .header("x-api-key", simulator.apiKey()).header("anthropic-version", "2026-10-21")
                .header("content-type", "application/json").POST(BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                served++;
                lastServed.put(model, time.passed());
            } else {
                refused++;
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(HttpResponse<String> response, String model, Permit permit) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        Duration retryAfter = headers.containsKey("retry-after")
                ? Duration.ofSeconds(Long.parseLong(headers.get("retry-after")))
                : null;
        permit.answered(new ResponseMetadata(response.statusCode(), null, null, null, RateLimits.from(headers), retryAfter,
                time.instant()), headers.get("date"));
        if (response.statusCode() == 200) {
            Message message = Message.fromJson(response.body());
            permit.used(message.usage());
            tokens.merge(model, (long) message.usage().outputTokens(), Long::sum);
        }
    }

    private Duration way() {
        return WAY.plusMillis(random.nextInt(100));
    }

    /** Time that passes only when nothing is left to do. */
    private static final class VirtualTime extends Clock implements Scheduling {

        private final PriorityQueue<Event> events = new PriorityQueue<>(
                Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
        private final Instant begin = Instant.parse("2026-11-22T12:00:00Z");
        private volatile long passed;
        private long count;

        private record Event(long at, long number, Runnable action) {
        }

        @Override
        public long nanos() {
            return passed;
        }

        @Override
        public Runnable later(long nanos, Runnable action) {
            Event event = new Event(passed + nanos, count++, action);
            events.add(event);
            return () -> events.remove(event);
        }

        @Override
        public Executor here() {
            return Runnable::run;
        }

        void at(Duration time, Runnable action) {
            later(time.toNanos() - passed, action);
        }

        void after(Duration delay, Runnable action) {
            later(delay.toNanos(), action);
        }

        void run() {
            while (!events.isEmpty()) {
                Event next = events.remove();
                passed = next.at();
                next.action().run();
            }
        }

        Duration passed() {
            return Duration.ofNanos(passed);
        }

        @Override
        public Instant instant() {
            return begin.plusNanos(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
