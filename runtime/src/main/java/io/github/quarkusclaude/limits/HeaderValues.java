package io.github.quarkusclaude.limits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Reads the values of headers. What is not a value is none; nothing makes it fail.
 */
final class HeaderValues {

    private static final int MOST_DIGITS = 18;

    /** The end of the year 9999: what lies behind it is no point in time but an error. */
    private static final long LATEST_SECOND = 253_402_300_799L;

    private HeaderValues() {
    }

    /** The integer a text begins with, if it is not negative. */
    static @Nullable Long count(String text) {
        String stripped = text.strip();
        int digits = digits(stripped);
        return digits == 0 || digits > MOST_DIGITS ? null : Long.valueOf(stripped.substring(0, digits));
    }

    /** A finite number that is not negative. */
    static @Nullable Double share(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            // the sum is 0 also of the negative zero
            return share >= 0 && share < Double.POSITIVE_INFINITY ? share + 0.0 : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A point in time between 1970 and 9999: seconds since 1970, a date and time of RFC 3339, or a date of HTTP. */
    static @Nullable Instant instant(String text) {
        String stripped = text.strip();
        int digits = digits(stripped);
        if (digits > 4 && (digits == stripped.length() || stripped.charAt(digits) == '.')) {
            Long seconds = count(stripped);
            return seconds == null || seconds > LATEST_SECOND ? null : Instant.ofEpochSecond(seconds);
        }
        try {
            Instant instant = digits > 0 ? dateAndTime(stripped)
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(stripped, Instant::from);
            long second = instant.getEpochSecond();
            return second < 0 || second > LATEST_SECOND ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The API's own form is read without a parser: there are four or more in an answer. */
    private static Instant dateAndTime(String text) {
        if (text.length() != 20 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
                || text.charAt(13) != ':' || text.charAt(16) != ':' || text.charAt(19) != 'Z') {
            return Instant.parse(text);
        }
        int year = number(text, 0) * 100 + number(text, 2);
        int hour = number(text, 11);
        int minute = number(text, 14);
        int second = number(text, 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(year, number(text, 5), number(text, 8)).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second);
    }

    private static int number(String text, int begin) {
        int tens = text.charAt(begin) - '0';
        int ones = text.charAt(begin + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException("Not a number");
        }
        return tens * 10 + ones;
    }

    private static int digits(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}
