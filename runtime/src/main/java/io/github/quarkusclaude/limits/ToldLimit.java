package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says about one limit, with allowance for numbers that are rounded.
 *
 * @param refill the limit and how fast it comes back
 * @param leastUsed how much was used at least; more than the limit if there is debt
 * @param mostUsed how much was used at most
 */
record ToldLimit(Refill refill, long leastUsed, long mostUsed) {

    /** The API rounds what remains of tokens to thousands; it is not known in which direction. */
    private static final long ROUNDED = 1_000;
    /** Of smaller limits, too much would be unknown; what says 0 there is taken for 0. */
    private static final long LARGE = 10 * ROUNDED;

    /**
     * @param time when it was said, by the clock of the server; without it, the reset says nothing
     * @param known what was known of the limit before
     * @return {@code null} if it does not say enough
     */
    static @Nullable ToldLimit of(RateLimitBucket bucket, RateLimit said, @Nullable Instant time, @Nullable Refill known) {
        Long limit = said.limit();
        Long remaining = said.remaining();
        if (limit == null || remaining == null || limit < 1) {
            return null;
        }
        Instant reset = said.reset();
        Duration untilFull = reset == null || time == null ? null : Duration.between(time, reset);
        if (remaining == 0) {
            return exhausted(known != null && known.limit() == limit ? known : Refill.of(limit, 0, null), untilFull);
        }
        long used = Math.max(0, limit - remaining);
        boolean rounded = bucket != RateLimitBucket.REQUESTS && limit >= LARGE && used > 0 && remaining % ROUNDED == 0;
        long least = Math.max(0, used - (rounded ? ROUNDED : 1));
        long most = Math.min(limit, used + (rounded ? ROUNDED / 2 : 0));
        return new ToldLimit(Refill.of(limit, most, untilFull), least, most);
    }

    /** More may be used than the limit allows; only the time until it is full again tells how much. */
    private static ToldLimit exhausted(Refill refill, @Nullable Duration untilFull) {
        long limit = refill.limit();
        if (untilFull == null) {
            return new ToldLimit(refill, limit, limit);
        }
        return new ToldLimit(refill, Math.max(limit, refill.units(untilFull.minus(Refill.COARSE))),
                Math.max(limit, refill.units(untilFull)));
    }
}
