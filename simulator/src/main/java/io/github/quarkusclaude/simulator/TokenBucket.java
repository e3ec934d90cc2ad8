package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** An allowance per minute that refills continuously. */
final class TokenBucket {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final long perMinute;
    private final Clock clock;
    private double level;
    private Instant filledAt;

    TokenBucket(long perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.level = perMinute;
        this.filledAt = clock.instant();
    }

    long limit() {
        return perMinute;
    }

    long remaining() {
        refill();
        return (long) Math.max(0, Math.floor(level));
    }

    boolean has(long amount) {
        refill();
        return level >= amount;
    }

    /** Takes an amount even if it is more than there is; the debt is paid off before anything can be had again. */
    void take(long amount) {
        refill();
        level -= amount;
    }

    /** How long it takes until an amount can be had; for more than the limit, until the bucket is full. */
    Duration timeUntil(long amount) {
        refill();
        double missing = Math.min(amount, perMinute) - level;
        return missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing * NANOS_PER_MINUTE / perMinute));
    }

    Instant fullAt() {
        return clock.instant().plus(timeUntil(perMinute));
    }

    private void refill() {
        Instant now = clock.instant();
        double nanos = Math.max(0, Duration.between(filledAt, now).toNanos());
        level = Math.min(perMinute, level + nanos * perMinute / NANOS_PER_MINUTE);
        filledAt = now;
    }
}
