package io.github.quarkusclaude.limits;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How large a limit is and how fast it comes back.
 *
 * @param limit how much there is when nothing was used
 * @param nanosPerUnit how long it takes until one more is there
 */
record Refill(long limit, double nanosPerUnit) {

    private static final double NANOS_PER_MINUTE = 60e9;
    /** By this, times in headers can be too late: they and the server's clock are told in whole seconds. */
    static final Duration COARSE = Duration.ofSeconds(2);
    private static final double ALIKE = 0.1;
    /**
     * The part that is left alone. Calls take their time to the server, so what is there for us need not be there for the
     * server yet: this allows for a second and a half.
     */
    private static final double RESERVE = 0.025;

    /**
     * What an answer tells. The limit comes back in a minute, unless it is seen to take longer.
     *
     * @param missing how much was used
     * @param untilFull in what time all of it is there again
     */
    static Refill of(long limit, long missing, @Nullable Duration untilFull) {
        double perUnit = NANOS_PER_MINUTE / limit;
        if (untilFull != null && missing > 0) {
            perUnit = Math.max(perUnit, untilFull.minus(COARSE).toMillis() * 1e6 / missing);
        }
        return new Refill(limit, perUnit);
    }

    /** Whether it is so much the same as another that nothing has to be counted anew. */
    boolean isAbout(Refill other) {
        return limit == other.limit && Math.abs(nanosPerUnit / other.nanosPerUnit - 1) < ALIKE;
    }

    /** How long it takes until so much is there. */
    long nanos(long units) {
        return (long) (units * nanosPerUnit);
    }

    /** How much comes back in a time. */
    long units(Duration time) {
        return (long) (time.toMillis() * 1e6 / nanosPerUnit);
    }

    /** How long it takes until what may be used of the full limit is there. */
    long usableNanos() {
        return (long) (limit * nanosPerUnit * (1 - RESERVE));
    }
}
