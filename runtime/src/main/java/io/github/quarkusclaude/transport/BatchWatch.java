package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchTimeoutException;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Asks for a batch until it has ended.
 */
final class BatchWatch {

    private static final double GROWTH = 1.5;
    /** How many failures in a row are borne. */
    private static final int MAX_FAILURES = 5;

    /** Time that can be waited for without holding a thread. */
    interface Time {

        long nanos();

        Uni<Void> delay(Duration duration);

        /** The time of the machine. */
        static Time of(Vertx vertx) {
            return new Time() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public Uni<Void> delay(Duration duration) {
                    return Uni.createFrom().emitter(emitter -> {
                        long timer = vertx.setTimer(Math.max(1, duration.toMillis()), fired -> emitter.complete(null));
                        emitter.onTermination(() -> vertx.cancelTimer(timer));
                    });
                }
            };
        }
    }

    private final Uni<MessageBatch> call;
    private final BatchPolling polling;
    private final Time time;
    private final DoubleSupplier chance;
    private final long begin;
    private double intervalNanos;
    private int failures;
    private @Nullable MessageBatch last;

    private BatchWatch(Uni<MessageBatch> call, BatchPolling polling, Time time, DoubleSupplier chance) {
        this.call = call;
        this.polling = polling;
        this.time = time;
        this.chance = chance;
        this.begin = time.nanos();
        this.intervalNanos = polling.firstInterval().toNanos();
    }

    /**
     * The batch each time it is asked for, ended the last time.
     *
     * @param chance gives numbers from 0 to 1
     */
    static Multi<MessageBatch> watch(Uni<MessageBatch> call, BatchPolling polling, Time time, DoubleSupplier chance) {
        return Multi.createFrom().deferred(() -> {
            BatchWatch watch = new BatchWatch(call, polling, time, chance);
            return Multi.createBy().repeating().uni(watch::next).whilst(batch -> !batch.hasEnded());
        });
    }

    private Uni<MessageBatch> next() {
        MessageBatch unfinished = last;
        return unfinished == null ? ask()
                : delay(nextInterval(), () -> timedOut(unfinished)).onItem().transformToUni(ignored -> ask());
    }

    private Uni<MessageBatch> ask() {
        return call.onItem().invoke(batch -> {
            last = batch;
            failures = 0;
        }).onFailure(this::passes).recoverWithUni(failure -> delay(intervalAfter(failure), () -> failure)
                .onItem().transformToUni(ignored -> ask()));
    }

    private boolean passes(Throwable failure) {
        boolean passing = failure instanceof NetworkException || failure instanceof OverloadedException
                || failure instanceof RateLimitException || failure instanceof ServerException;
        return passing && ++failures <= MAX_FAILURES;
    }

    private Duration intervalAfter(Throwable failure) {
        Duration interval = nextInterval();
        Duration asked = failure instanceof ClaudeException claude
                ? claude.details().retryAfter()
                : null;
        return asked == null || asked.compareTo(interval) < 0 ? interval : asked;
    }

    private Duration nextInterval() {
        double nanos = intervalNanos * (1 - polling.jitter() * chance.getAsDouble());
        intervalNanos = Math.min(intervalNanos * GROWTH, polling.longestInterval().toNanos());
        return Duration.ofNanos((long) nanos);
    }

    /** Waits, but not beyond the time-out: at that moment the batch is asked for once more. */
    private Uni<Void> delay(Duration interval, Supplier<Throwable> timedOut) {
        if (polling.timeout() == null) {
            return time.delay(interval);
        }
        Duration left = polling.timeout().minusNanos(time.nanos() - begin);
        if (left.isNegative() || left.isZero()) {
            return Uni.createFrom().failure(timedOut);
        }
        return time.delay(interval.compareTo(left) < 0 ? interval : left);
    }

    private BatchTimeoutException timedOut(MessageBatch unfinished) {
        return new BatchTimeoutException(ErrorDetails.of("The batch " + unfinished.id() + " has not ended within "
                + polling.timeout().toSeconds() + " s; it is " + unfinished.status()
                + ". It goes on: wait for it again by its id, or cancel it"), unfinished);
    }
}
