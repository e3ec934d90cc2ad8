package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.BudgetExceededException;

/** When a period ends, the budget is there again, but for calls that are under way. */
class EachPeriodHasABudgetOfItsOwnTest {

    private final SteppedClock clock = new SteppedClock();
    private final List<BudgetEvent> events = new ArrayList<>();
    private final BudgetLedger ledger = new BudgetLedger("tenant",
            new BudgetSettings(amount("10"), BudgetPeriod.parse("1d"), UnknownPrice.REJECT), clock, events::add);

    @Test
    void whatIsSpentIsForgottenAtMidnight() {
        ledger.reserve(amount("10")).settle(amount("10"));
        assertThatThrownBy(() -> ledger.reserve(amount("0.01"))).isInstanceOf(BudgetExceededException.class);

        clock.advance(Duration.ofHours(12));

        assertThat(ledger.status()).isEqualTo(new BudgetStatus(amount("10"), amount("0"), amount("0"), 0,
                Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z")));
        ledger.reserve(amount("10")).release();
    }

    @Test
    void aCallCountsWhereItEnds() {
        Reservation overMidnight = ledger.reserve(amount("4"));

        clock.advance(Duration.ofHours(12));
        assertThat(ledger.status().reserved()).isEqualTo(amount("4"));
        assertThat(ledger.status().remaining()).isEqualTo(amount("6"));
        overMidnight.settle(amount("3"));

        assertThat(ledger.status().spent()).isEqualTo(amount("3"));
        assertThat(ledger.status().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void aRefusalTellsEverything() {
        ledger.reserve(amount("4")).settle(amount("3.5"));
        ledger.reserve(amount("5"));

        BudgetExceededException refusal = catchThrowableOfType(BudgetExceededException.class,
                () -> ledger.reserve(amount("2")));

        assertThat(refusal.needed()).isEqualTo(amount("2"));
        assertThat(refusal.limit()).isEqualTo(amount("10"));
        assertThat(refusal.spent()).isEqualTo(amount("3.5"));
        assertThat(refusal.reserved()).isEqualByComparingTo("5");
        assertThat(refusal.periodEnd()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(refusal).hasMessageContaining("tenant").hasMessageContaining("3.5 are spent")
                .hasMessageContaining("until 2026-11-23T00:00:00Z");
        assertThat(refusal.status()).isZero();
    }

    @Test
    void eachEventComesOnceInAPeriod() {
        for (int day = 0; day < 2; day++) {
            events.clear();
            ledger.reserve(amount("7.9")).settle(amount("7.9"));
            assertThat(events).isEmpty();
            ledger.reserve(amount("0.1")).settle(amount("0.1"));
            ledger.reserve(amount("0.1")).settle(amount("0.1"));
            assertThat(events).singleElement().isInstanceOfSatisfying(BudgetEvent.NearlySpent.class,
                    event -> assertThat(event.budget().spent()).isEqualTo(amount("8.0")));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> ledger.reserve(amount("5"))).isInstanceOf(BudgetExceededException.class);
            }
            assertThat(events).hasSize(2).last().isInstanceOf(BudgetEvent.Exhausted.class);
            assertThat(events).extracting(BudgetEvent::client).containsOnly("tenant");
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void aCallThatCostsMoreThanWasReservedIsCountedInFull() {
        ledger.reserve(amount("1")).settle(amount("12"));

        assertThat(ledger.status().spent()).isEqualTo(amount("12"));
        assertThat(ledger.status().remaining()).isEqualTo(amount("0"));
        assertThat(events).extracting(event -> (Object) event.getClass())
                .containsExactly(BudgetEvent.NearlySpent.class, BudgetEvent.Exhausted.class);
    }

    @Test
    void aClockThatGoesBackOpensNoOldPeriod() {
        ledger.reserve(amount("10")).settle(amount("10"));
        clock.advance(Duration.ofDays(-3));

        assertThatThrownBy(() -> ledger.reserve(amount("1"))).isInstanceOf(BudgetExceededException.class);
    }

    private static BigDecimal amount(String usd) {
        return new BigDecimal(usd);
    }
}
