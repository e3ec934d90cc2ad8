package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** A period begins where people expect it, and each moment lies in exactly one. */
class BudgetPeriodsFollowTheCalendarTest {

    @ParameterizedTest
    @CsvSource({
            "1h, 2026-11-22T12:34:56Z, 2026-11-22T12:00:00Z, 2026-11-22T13:00:00Z",
            "PT15M, 2026-11-22T12:34:56Z, 2026-11-22T12:30:00Z, 2026-11-22T12:45:00Z",
            "1d, 2026-11-22T23:59:59Z, 2026-11-22T00:00:00Z, 2026-11-23T00:00:00Z",
            "P1D, 2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z",
            // a Sunday
            "P1W, 2026-11-22T12:00:00Z, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z",
            "P1M, 2024-02-29T12:00:00Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
            "P1M, 2026-12-31T23:59:59.999999999Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
            "P3M, 2026-11-22T12:00:00Z, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
            "P1Y, 2026-11-22T12:00:00Z, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
            "P1M, 1969-12-31T12:00:00Z, 1969-12-01T00:00:00Z, 1970-01-01T00:00:00Z",
            "1d, 1969-12-31T12:00:00Z, 1969-12-31T00:00:00Z, 1970-01-01T00:00:00Z" })
    void periodsBeginWithTheClockAndTheCalendar(String period, Instant moment, Instant start, Instant end) {
        assertThat(BudgetPeriod.parse(period).startOf(moment)).isEqualTo(start);
        assertThat(BudgetPeriod.parse(period).endOf(moment)).isEqualTo(end);
        assertThat(BudgetPeriod.parse(period).startOf(end)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "month", "0d", "P0M", "-1h", "P-1M", "P1M1D", "PT0.5S", "P200Y", "40000d", "1x", "P", "PT" })
    void whatIsNoPeriodIsExplained(String text) {
        assertThatThrownBy(() -> BudgetPeriod.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is no period").hasMessageContaining("P1M");
    }

    @Property
    void eachMomentLiesInItsPeriod(@ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
            @ForAll("periods") String text) {
        BudgetPeriod period = BudgetPeriod.parse(text);
        Instant moment = Instant.ofEpochSecond(second, 1);

        assertThat(period.startOf(moment)).isBeforeOrEqualTo(moment);
        assertThat(period.endOf(moment)).isAfter(moment);
        assertThat(period.startOf(period.endOf(moment))).isEqualTo(period.endOf(moment));
        assertThat(period.endOf(period.startOf(moment))).isEqualTo(period.endOf(moment));
    }

    @Provide
    Arbitrary<String> periods() {
        return Arbitraries.of("1s", "7m", "1h", "1d", "30d", "P1W", "P1M", "P5M", "P1Y", "PT36H", "PT1.5S");
    }
}
