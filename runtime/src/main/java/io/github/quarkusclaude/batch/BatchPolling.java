package io.github.quarkusclaude.batch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How to wait for the end of a batch: the API is asked again and again, at growing intervals.
 *
 * @param firstInterval how long to wait before asking for the second time
 * @param longestInterval what the intervals grow to, by half each time
 * @param jitter the share of each interval, from 0 to 1, that is left to chance, so that many waiters do not ask at once
 * @param timeout how long to wait in total; for ever if absent
 */
public record BatchPolling(Duration firstInterval, Duration longestInterval, double jitter, @Nullable Duration timeout) {

    /** From five seconds to a minute, a fifth of it left to chance, without a time-out: batches end within a day. */
    public static final BatchPolling DEFAULT = new BatchPolling(Duration.ofSeconds(5), Duration.ofMinutes(1), 0.2, null);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an interval is not positive, the longest is shorter than the first, or the jitter
     *         is not from 0 to 1
     */
    public BatchPolling {
        if (firstInterval.isNegative() || firstInterval.isZero() || longestInterval.compareTo(firstInterval) < 0) {
            throw new IllegalArgumentException("The first interval must be longer than nothing, and the longest one not"
                    + " shorter than it: " + firstInterval + ", " + longestInterval);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("The jitter must be from 0 to 1: " + jitter);
        }
    }

    /** The same with other intervals. */
    public BatchPolling withIntervals(Duration first, Duration longest) {
        return new BatchPolling(first, longest, jitter, timeout);
    }

    /** The same with another share left to chance. */
    public BatchPolling withJitter(double jitter) {
        return new BatchPolling(firstInterval, longestInterval, jitter, timeout);
    }

    /** The same with a time-out. */
    public BatchPolling withTimeout(@Nullable Duration timeout) {
        return new BatchPolling(firstInterval, longestInterval, jitter, timeout);
    }
}
