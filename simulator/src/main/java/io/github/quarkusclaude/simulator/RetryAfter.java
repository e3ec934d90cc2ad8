package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How an error tells clients to wait.
 *
 * @param form which header tells it, and how
 * @param delay for how long; rounded up to what the form can tell
 */
public record RetryAfter(Form form, Duration delay) {

    /** The date of HTTP headers; unlike the JDK's RFC 1123, with two digits for every day of the month. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The forms there are. */
    public enum Form {
        /** {@code retry-after: 7}. */
        SECONDS("retry-after"),
        /** {@code retry-after-ms: 7000}, which clients are to prefer. */
        MILLISECONDS("retry-after-ms"),
        /** {@code retry-after: Sun, 22 Nov 2026 12:00:07 GMT}, by the clock of the simulator. */
        DATE("retry-after-date");

        private final String parameter;

        Form(String parameter) {
            this.parameter = parameter;
        }

        /** What orders this form in the header {@value Fault#HEADER}. */
        String parameter() {
            return parameter;
        }
    }

    /** @throws IllegalArgumentException if the wait is negative */
    public RetryAfter {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(form.parameter + " needs a number that is not negative");
        }
    }

    /** In whole seconds. */
    public static RetryAfter seconds(Duration delay) {
        return new RetryAfter(Form.SECONDS, delay);
    }

    /** In whole milliseconds. */
    public static RetryAfter milliseconds(Duration delay) {
        return new RetryAfter(Form.MILLISECONDS, delay);
    }

    /** As a date. */
    public static RetryAfter date(Duration delay) {
        return new RetryAfter(Form.DATE, delay);
    }

    String header() {
        return form == Form.MILLISECONDS ? "retry-after-ms" : "retry-after";
    }

    /** @param now the time by the clock of the server */
    String value(Instant now) {
        return switch (form) {
            case SECONDS -> Long.toString(delay.plusNanos(999_999_999).toSeconds());
            case MILLISECONDS -> Long.toString(delay.plusNanos(999_999).toMillis());
            case DATE -> httpDate(now.plus(delay).plusNanos(999_999_999));
        };
    }

    /** A time as HTTP headers have it, without the fraction of its second. */
    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }
}
