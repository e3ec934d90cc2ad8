package io.github.quarkusclaude.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import io.github.quarkusclaude.limits.Admission;
import io.github.quarkusclaude.limits.AdmissionSettings;
import io.github.quarkusclaude.limits.CallSize;
import io.github.quarkusclaude.limits.Permit;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.Scheduling;
import io.github.quarkusclaude.message.Usage;
import io.smallrye.mutiny.Uni;

/**
 * What it costs a call to be let through while limits are far away: from the question whether it may be made to its end, with
 * what its answer says. The call itself does nothing; {@link #bareCall} is what remains of it. Run with {@code -prof gc} for
 * allocation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class AdmissionBenchmark {

    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final CallSize SIZE = new CallSize(1_000, 4_000, false);
    private static final Usage USAGE = Usage.of(900, 0, 0, 300);

    private Admission admission;
    private Admission unpaced;
    private ResponseMetadata head;
    private String date;

    @Setup
    public void meetLimits() {
        Instant now = Instant.now();
        date = now.toString();
        head = new ResponseMetadata(200, null, null, null, RateLimits.from(Map.of(
                "anthropic-ratelimit-requests-limit", "1000000000000", "anthropic-ratelimit-requests-remaining",
                "1000000000000",
                "anthropic-ratelimit-input-tokens-limit", "1000000000000000", "anthropic-ratelimit-input-tokens-remaining",
                "1000000000000000",
                "anthropic-ratelimit-output-tokens-limit", "1000000000000000", "anthropic-ratelimit-output-tokens-remaining",
                "1000000000000000",
                "anthropic-ratelimit-tokens-limit", "1000000000000000", "anthropic-ratelimit-tokens-remaining",
                "1000000000000000")), null, now);
        admission = new Admission("benchmark", new AdmissionSettings(true, 256, 0, Optional.empty()), new RealTime());
        unpaced = new Admission("benchmark", new AdmissionSettings(false, 256, 0, Optional.empty()), new RealTime());
        admittedWithAnswer();
    }

    /** Without the answer. */
    @Benchmark
    public Object admitted() {
        return call(admission);
    }

    @Benchmark
    @Threads(2)
    public Object admittedByTwo() {
        return call(admission);
    }

    @Benchmark
    public Object unpaced() {
        return call(unpaced);
    }

    /** With the limits in the head of the answer, as objects, and the usage. */
    @Benchmark
    public Object admittedWithAnswer() {
        return admission.call("sonnet", SIZE, null, this::answer).await().atMost(AT_MOST);
    }

    /** What to compare with. */
    @Benchmark
    public Object bareCall() {
        return Uni.createFrom().deferred(() -> Uni.createFrom().item(head)).await().atMost(AT_MOST);
    }

    private Object call(Admission admission) {
        return admission.call("sonnet", SIZE, null, permit -> Uni.createFrom().item(head)).await().atMost(AT_MOST);
    }

    private Uni<Object> answer(Permit permit) {
        permit.answered(head, date);
        permit.used(USAGE);
        return Uni.createFrom().item(head);
    }

    private static final class RealTime implements Scheduling {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Runnable later(long nanos, Runnable action) {
            throw new IllegalStateException("Nobody waits for " + Duration.ofNanos(nanos));
        }

        @Override
        public Executor here() {
            return Runnable::run;
        }
    }
}
