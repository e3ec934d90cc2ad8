package io.github.quarkusclaude.transport;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code retry-after-ms}, or {@code retry-after} in seconds or as a date.
 */
final class RetryAfter {

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** The wait; {@code null} if none is named or it makes no sense. */
    @Nullable
    Duration of(Function<String, @Nullable String> header) {
        Duration wait = parse(header.apply("retry-after-ms"), 1);
        if (wait != null) {
            return wait;
        }
        String retryAfter = header.apply("retry-after");
        wait = parse(retryAfter, 1000);
        return wait != null || retryAfter == null ? wait : untilDate(retryAfter);
    }

    private static @Nullable Duration parse(@Nullable String text, int millisPerUnit) {
        if (text == null) {
            return null;
        }
        try {
            double millis = Double.parseDouble(text.strip()) * millisPerUnit;
            return millis > 0 && millis < Long.MAX_VALUE ? Duration.ofMillis(Math.round(millis)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Duration untilDate(String text) {
        try {
            Duration wait = Duration.between(clock.instant(),
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() || wait.isZero() ? null : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
