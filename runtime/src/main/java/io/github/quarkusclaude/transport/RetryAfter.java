package io.github.quarkusclaude.transport;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code retry-after-ms}, or {@code retry-after} in seconds or as a date, which is
 * compared with the server's own {@code date}.
 */
final class RetryAfter {

    /** What still can be counted in milliseconds. */
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

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
        return wait != null || retryAfter == null ? wait : untilDate(retryAfter, header.apply("date"));
    }

    private static @Nullable Duration parse(@Nullable String text, int millisPerUnit) {
        if (text == null) {
            return null;
        }
        try {
            double millis = Double.parseDouble(text.strip()) * millisPerUnit;
            return millis > 0 && millis < Long.MAX_VALUE ? Duration.ofMillis(Math.max(1, Math.round(millis))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Duration untilDate(String text, @Nullable String serverTime) {
        Instant until = instant(text);
        if (until == null) {
            return null;
        }
        // the server has made the date by its own clock, which need not agree with this one
        Instant now = serverTime == null ? null : instant(serverTime);
        Duration wait = Duration.between(now == null ? clock.instant() : now, until);
        return wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST) > 0 ? null : wait;
    }

    private static @Nullable Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
