package io.github.quarkusclaude.limits;

/**
 * Expects of the next value what the last ones were like, and rather too much: the average and twice the usual distance from
 * it. Safe for use by many threads; of values that come at once, some may be forgotten.
 */
final class Forecast {

    private static final double WEIGHT = 1 / 8.0;
    private static final double WEIGHT_OF_DISTANCE = 1 / 4.0;

    private volatile Seen seen;

    private record Seen(double average, double distance, boolean isGuess) {

        Seen and(double value) {
            return isGuess ? new Seen(value, value / 2, false)
                    : new Seen(average + WEIGHT * (value - average),
                            distance + WEIGHT_OF_DISTANCE * (Math.abs(value - average) - distance), false);
        }
    }

    /** @param guess what to expect before anything was seen */
    Forecast(double guess) {
        this.seen = new Seen(guess, guess / 2, true);
    }

    double next() {
        Seen now = seen;
        return now.average + 2 * now.distance;
    }

    void learn(double value) {
        seen = seen.and(value);
    }
}
