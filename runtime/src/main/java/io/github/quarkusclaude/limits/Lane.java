package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;

/**
 * The limits of one class of models, and what calls take from them. Calls of other classes do not meet here.
 */
final class Lane {

    static final int TOO_MANY_REQUESTS = 429;

    /** Before the first answer nothing is known: so many calls may go at once, and then one after the other. */
    private static final Refill START = new Refill(8, 50e6);
    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final String name;
    private final List<RateLimitBucket> kinds;
    private final PacedBucket[] buckets;
    private final PacedBucket start;
    private final CallForecast forecast = new CallForecast();
    private volatile boolean answered;
    private volatile long closedUntil;

    private Lane(String name, List<RateLimitBucket> kinds, boolean answered, long now) {
        this.name = name;
        this.kinds = kinds;
        this.buckets = new PacedBucket[kinds.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new PacedBucket(kinds.get(i) == RateLimitBucket.REQUESTS, now);
        }
        this.start = new PacedBucket(START, now);
        this.answered = answered;
        this.closedUntil = now;
    }

    /** Calls that wait for nothing but their turn. */
    static Lane unpaced(long now) {
        return new Lane("all models", List.of(), true, now);
    }

    /** Calls that are not about a model. */
    static Lane ofNoModel(long now) {
        return new Lane("calls without a model", List.of(RateLimitBucket.REQUESTS), true, now);
    }

    static Lane of(String modelClass, long now) {
        return new Lane(modelClass, List.of(RateLimitBucket.REQUESTS, RateLimitBucket.INPUT_TOKENS,
                RateLimitBucket.OUTPUT_TOKENS, RateLimitBucket.TOKENS), false, now);
    }

    /** Fast mode has limits of its own. */
    static Lane ofFastMode(String modelClass, long now) {
        return new Lane(modelClass + " in fast mode", List.of(RateLimitBucket.REQUESTS, RateLimitBucket.FAST_INPUT_TOKENS,
                RateLimitBucket.FAST_OUTPUT_TOKENS), false, now);
    }

    /** What the calls are about, for people. */
    String name() {
        return name;
    }

    /** What a call is expected to use. */
    CallUse expect(CallSize size) {
        return forecast.expect(size);
    }

    /** Takes what a call needs from all limits; {@code null} if that cannot be now. */
    BucketNote @Nullable [] take(CallUse use, long now) {
        boolean starting = !answered;
        if (closedUntil - now > 0 || starting && !start.take(1, now)) {
            return null;
        }
        BucketNote[] notes = new BucketNote[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            long units = use.of(kinds.get(i));
            PacedBucket bucket = buckets[i];
            long underWay = bucket.underWay(now);
            if (!bucket.take(units, now)) {
                giveBack(notes, i);
                if (starting) {
                    start.giveBack(1);
                }
                return null;
            }
            notes[i] = new BucketNote(units, now, bucket.fullAt(), underWay);
        }
        return notes;
    }

    private void giveBack(BucketNote[] notes, int count) {
        for (int i = 0; i < count; i++) {
            buckets[i].giveBack(notes[i].units());
        }
    }

    /** How long a call that is the next has to wait; 0 if it can be made now. */
    long waitFor(CallUse use, long now) {
        long wait = Math.max(0, closedUntil - now);
        if (!answered) {
            wait = Math.max(wait, start.waitFor(0, 1, now));
        }
        for (int i = 0; i < buckets.length; i++) {
            wait = Math.max(wait, buckets[i].waitFor(0, use.of(kinds.get(i)), now));
        }
        return wait;
    }

    /**
     * What a call has to wait for longest, as far as that is known; {@code null} for nothing.
     *
     * @param ahead what calls use that go before
     */
    @Nullable
    Obstacle obstacle(CallUse ahead, CallUse use, long now) {
        long closed = closedUntil - now;
        Obstacle longest = closed > 0 ? new Obstacle(Obstacle.RETRY_AFTER, closed) : null;
        for (int i = 0; i < buckets.length; i++) {
            long wait = buckets[i].waitFor(ahead.of(kinds.get(i)), use.of(kinds.get(i)), now);
            if (wait > 0 && (longest == null || wait > longest.nanos())) {
                longest = new Obstacle(kinds.get(i).id(), wait);
            }
        }
        return longest;
    }

    /**
     * Takes what the head of an answer says.
     *
     * @param notes what the call has taken
     * @param counted is set where what the call uses is not to be counted again
     * @param time when it was said, by the server's clock
     */
    void answered(ResponseMetadata head, BucketNote[] notes, boolean[] counted, @Nullable Instant time, long now) {
        if (kinds.isEmpty()) {
            return;
        }
        boolean refused = head.status() == TOO_MANY_REQUESTS;
        if (refused) {
            close(head, time, now);
        }
        boolean known = false;
        for (int i = 0; i < notes.length; i++) {
            ToldLimit told = ToldLimit.of(kinds.get(i), head.limits().of(kinds.get(i)), time, buckets[i].refill());
            if (told != null) {
                counted[i] |= buckets[i].correct(told, notes[i], now);
            }
            known |= buckets[i].refill() != null;
        }
        if (known || head.status() / 100 == 2) {
            answered = true;
        } else if (refused) {
            // there are limits, but nobody says which
            answered = false;
        }
    }

    private void close(ResponseMetadata head, @Nullable Instant time, long now) {
        Duration wait = head.retryAfter();
        UnifiedLimits unified = head.limits().unified();
        if (wait == null && "rejected".equals(unified.status()) && unified.reset() != null) {
            Instant from = time == null ? head.receivedAt() : time;
            wait = from == null ? null : Duration.between(from, unified.reset());
        }
        if (wait != null && !wait.isNegative()) {
            long until = now + (wait.compareTo(LONGEST) < 0 ? wait : LONGEST).toNanos();
            if (until - closedUntil > 0) {
                closedUntil = until;
            }
        }
    }

    /** Learns from what a call has used. @return the part that counts */
    CallUse learn(CallSize size, Usage usage) {
        return forecast.learn(size, usage);
    }

    /**
     * A call has ended.
     *
     * @param notes what it had taken
     * @param counted where what it used is not to be counted again
     */
    void ended(BucketNote[] notes, boolean[] counted, CallUse used) {
        for (int i = 0; i < notes.length; i++) {
            buckets[i].settle(notes[i].units(), used.of(kinds.get(i)), counted[i]);
        }
    }
}
