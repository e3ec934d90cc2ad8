package io.github.quarkusclaude.limits;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How much of something is allowed, and how much of it is left. What the API did not say is absent.
 *
 * @param limit how many requests or tokens are allowed in a period, usually a minute
 * @param remaining how many of them are left
 * @param reset when all of them are available again
 */
public record RateLimit(@Nullable Long limit, @Nullable Long remaining, @Nullable Instant reset) {

    /** Nothing is known. */
    public static final RateLimit UNKNOWN = new RateLimit(null, null, null);

    /** How much is used, from 0 to 100, rounded half up; absent unless both numbers are known and the limit is not 0. */
    public @Nullable Integer usedPercent() {
        if (limit == null || remaining == null || limit <= 0) {
            return null;
        }
        long percent = Math.round((limit.doubleValue() - remaining) / limit * 100);
        return (int) Math.max(0, Math.min(100, percent));
    }
}
