package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Points in time as files have them: milliseconds since 1970. Seconds, numbers in quotes and ISO 8601 are understood.
 */
final class StoredTime {

    /** The last point in time JavaScript has; what is later, or is not going to come, is stored as this. */
    static final long LAST = 8_640_000_000_000_000L;

    /** Smaller numbers are seconds: as milliseconds they would lie before 1973. */
    private static final double FIRST_MILLIS = 1e11;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private StoredTime() {
    }

    /**
     * The time a field tells; {@code null} if it is absent, {@code null}, empty, 0 or never comes.
     *
     * @throws TokenStoreException if it is something else than a time
     */
    static @Nullable Instant read(StoredJson json, String name) {
        JsonNode value = json.value(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return ofNumber(value.doubleValue());
        }
        String text = value.isTextual() ? value.textValue().strip() : "?";
        if (text.isEmpty()) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return ofNumber(Double.parseDouble(text));
        }
        try {
            long millis = write(OffsetDateTime.parse(text).toInstant());
            return millis == LAST ? null : ofNumber(millis);
        } catch (DateTimeParseException e) {
            throw json.invalid(name, "is not a time. Use milliseconds since 1970, 0 for never, or log in again");
        }
    }

    private static @Nullable Instant ofNumber(double number) {
        if (number == 0 || number >= LAST) {
            return null;
        }
        double millis = Math.abs(number) < FIRST_MILLIS ? number * 1000 : number;
        Instant time = Instant.ofEpochMilli((long) Math.max(millis, -LAST));
        return isTakenForSeconds(time.toEpochMilli()) ? Instant.ofEpochSecond(seconds(time)) : time;
    }

    /**
     * Milliseconds since 1970, as far as JavaScript's times reach; seconds for times so early that their milliseconds would
     * be taken for seconds, which would make of long ago a distant future.
     */
    static long write(Instant time) {
        long limit = LAST / 1000;
        if (Math.abs(time.getEpochSecond()) >= limit) {
            return Long.signum(time.getEpochSecond()) * LAST;
        }
        return isTakenForSeconds(time.toEpochMilli()) ? seconds(time) : time.toEpochMilli();
    }

    private static boolean isTakenForSeconds(long millis) {
        return Math.abs(millis) < FIRST_MILLIS;
    }

    /** Whole seconds, and never the 0 that would mean never. */
    private static long seconds(Instant time) {
        return time.getEpochSecond() == 0 ? 1 : time.getEpochSecond();
    }

    /** Now, but always later than the last time, even if the clock has been put back. */
    static Instant after(@Nullable Instant last, Instant now) {
        return last != null && !now.isAfter(last) ? last.plusMillis(1) : now;
    }
}
