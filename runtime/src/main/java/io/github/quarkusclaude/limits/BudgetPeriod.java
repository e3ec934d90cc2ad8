package io.github.quarkusclaude.limits;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time for which a budget holds. Periods follow each other without gaps, in UTC: months and years are those of the
 * calendar, counted from January 1970, all other periods are counted from Monday, 5 January 1970. So an hour begins with
 * the hour, a day at midnight, a week on Monday and a quarter ({@code P3M}) in January, April, July and October.
 */
public final class BudgetPeriod {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Instant MONDAY = Instant.parse("1970-01-05T00:00:00Z");
    private static final int MONTHS_A_YEAR = 12;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final String text;
    /** The length in months, or 0. */
    private final int months;
    /** The length of periods that are no months. */
    private final Duration length;

    private BudgetPeriod(String text, int months, Duration length) {
        this.text = text;
        this.months = months;
        this.length = length;
    }

    /**
     * A period from text.
     *
     * @param text {@code 30m}, {@code 1h} or {@code 1d}, or as in ISO 8601: {@code PT1H}, {@code P1D}, {@code P1W},
     *        {@code P1M}, {@code P1Y}
     * @throws IllegalArgumentException if it is no time, shorter than a second, longer than a hundred years, or mixes months
     *         with days
     */
    public static BudgetPeriod parse(String text) {
        try {
            Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                String unit = matcher.group(2);
                return of(text, Duration.parse((unit.equals("d") ? "P" : "PT") + matcher.group(1) + unit));
            }
            return text.indexOf('T') < 0 && text.indexOf('t') < 0 ? of(text, Period.parse(text))
                    : of(text, Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(text);
        }
    }

    private static BudgetPeriod of(String text, Period period) {
        int months = Math.toIntExact(period.toTotalMonths());
        if (months == 0) {
            return of(text, Duration.ofDays(period.getDays()));
        }
        if (months < 0 || months > MONTHS_A_YEAR * 100 || period.getDays() != 0) {
            throw wrong(text);
        }
        return new BudgetPeriod(text, months, Duration.ZERO);
    }

    private static BudgetPeriod of(String text, Duration length) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw wrong(text);
        }
        return new BudgetPeriod(text, 0, length);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no period for a budget: write for example 1h, 1d, P1W or P1M");
    }

    /** When the period began in which a moment lies. */
    public Instant startOf(Instant moment) {
        if (months > 0) {
            return startOfMonth(index(moment));
        }
        return MONDAY.plus(length.multipliedBy(number(moment)));
    }

    /** When the period ends in which a moment lies; the next one begins then. */
    public Instant endOf(Instant moment) {
        return months > 0 ? startOfMonth(index(moment) + months) : startOf(moment).plus(length);
    }

    /** The month since January 1970 in which the period begins. */
    private long index(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        long month = (day.getYear() - 1970L) * MONTHS_A_YEAR + day.getMonthValue() - 1;
        return Math.floorDiv(month, (long) months) * months;
    }

    private static Instant startOfMonth(long index) {
        return YearMonth.of(1970, 1).plusMonths(index).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private long number(Instant moment) {
        BigInteger[] parts = nanos(Duration.between(MONDAY, moment)).divideAndRemainder(nanos(length));
        long number = parts[0].longValueExact();
        return parts[1].signum() < 0 ? number - 1 : number;
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(BigInteger.valueOf(1_000_000_000L))
                .add(BigInteger.valueOf(duration.getNano()));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
