package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a batch comes along. Nothing runs: where it stands follows from the time, its requests being done one after the other
 * at an even pace. Safe for use by many threads.
 */
final class BatchCourse {

    private static final Duration MOST_TIME = Duration.ofHours(24);
    private static final Duration RESULTS_ARE_KEPT = Duration.ofDays(29);
    private static final Duration CANCELING_TAKES = Duration.ofMillis(50);

    private final Instant createdAt;
    private final int requests;
    private final Duration duration;
    private Instant expiresAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant canceledAt;

    BatchCourse(Instant createdAt, int requests, Duration duration) {
        this.createdAt = createdAt;
        this.requests = requests;
        this.duration = duration;
        this.expiresAt = createdAt.plus(MOST_TIME);
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Does at once what is left to do. */
    synchronized void finish(Instant now) {
        if (!hasEnded(now)) {
            finishedAt = now;
        }
    }

    /** Lets the time run out. */
    synchronized void expire(Instant now) {
        if (!hasEnded(now)) {
            expiresAt = now;
        }
    }

    synchronized void cancel(Instant now) {
        if (!hasEnded(now) && canceledAt == null) {
            canceledAt = now;
        }
    }

    synchronized Instant expiresAt() {
        return expiresAt;
    }

    synchronized @Nullable Instant canceledAt() {
        return canceledAt;
    }

    synchronized boolean hasEnded(Instant now) {
        return !now.isBefore(endsAt());
    }

    synchronized boolean hasResults(Instant now) {
        return hasEnded(now) && now.isBefore(archivedAt());
    }

    synchronized Instant archivedAt() {
        return createdAt.plus(RESULTS_ARE_KEPT);
    }

    synchronized Instant endsAt() {
        Instant done = finishedAt != null ? finishedAt : createdAt.plus(duration);
        if (canceledAt != null && canceledAt.isBefore(done)) {
            done = canceledAt.plus(CANCELING_TAKES);
        }
        return done.isBefore(expiresAt) ? done : expiresAt;
    }

    /** How many requests, from the first on, get an answer; the others are too late. */
    synchronized int answered() {
        Instant cut = canceledAt != null && canceledAt.isBefore(expiresAt) ? canceledAt : expiresAt;
        boolean finished = finishedAt != null && !finishedAt.isAfter(cut);
        Duration elapsed = Duration.between(createdAt, cut);
        if (finished || elapsed.compareTo(duration) >= 0) {
            return requests;
        }
        return (int) (requests * ((double) elapsed.toNanos() / duration.toNanos()));
    }
}
