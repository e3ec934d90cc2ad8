package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.BudgetExceededException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever reserves, settles and gives up in whatever order: the budget is never exceeded, and nothing stays reserved. */
class NoOrderOfCallsOverspendsTest {

    private static final BigDecimal LIMIT = new BigDecimal("1.00");

    private enum Kind {
        RESERVE,
        SETTLE,
        RELEASE,
        KEEP,
        LATER
    }

    /** @param percent of what was reserved, or of the limit */
    private record Step(Kind kind, int which, int percent) {

        BigDecimal of(BigDecimal amount) {
            return amount.multiply(BigDecimal.valueOf(percent, 2));
        }
    }

    private record Held(Reservation reservation, BigDecimal amount) {
    }

    @Property
    void anyOrder(@ForAll("steps") List<Step> steps) {
        SteppedClock clock = new SteppedClock();
        List<BudgetEvent> events = new ArrayList<>();
        BudgetLedger ledger = ledger(LIMIT, clock, events);
        List<Held> held = new ArrayList<>();
        BigDecimal spent = BigDecimal.ZERO;
        BigDecimal reserved = BigDecimal.ZERO;
        BudgetStatus before = ledger.status();
        for (Step step : steps) {
            if (step.kind() == Kind.LATER) {
                clock.advance(Duration.ofHours(step.percent()));
                if (!ledger.status().periodStart().equals(before.periodStart())) {
                    spent = BigDecimal.ZERO;
                }
            } else if (step.kind() == Kind.RESERVE) {
                BigDecimal amount = step.of(LIMIT);
                try {
                    held.add(new Held(ledger.reserve(amount), amount));
                    reserved = reserved.add(amount);
                } catch (BudgetExceededException e) {
                    assertThat(e.needed().add(e.spent()).add(e.reserved())).isGreaterThan(e.limit());
                    assertThat(amount).isGreaterThan(ledger.status().remaining());
                }
            } else if (!held.isEmpty()) {
                Held ending = held.remove(step.which() % held.size());
                reserved = reserved.subtract(ending.amount());
                spent = spent.add(end(ending, step));
            }
            before = ledger.status();
            assertThat(before.spent()).isEqualByComparingTo(spent);
            assertThat(before.reserved()).isEqualByComparingTo(reserved);
            assertThat(before.spent().add(before.reserved())).isLessThanOrEqualTo(LIMIT);
        }
        held.forEach(ending -> ending.reservation().release());
        assertThat(ledger.status().reserved()).isEqualByComparingTo("0");
        assertThat(events).allSatisfy(event -> assertThat(event.budget().limit()).isEqualTo(LIMIT))
                .doesNotHaveDuplicates();
    }

    private static BigDecimal end(Held ending, Step step) {
        switch (step.kind()) {
            case SETTLE -> ending.reservation().settle(step.of(ending.amount()));
            case KEEP -> ending.reservation().keep();
            default -> ending.reservation().release();
        }
        // a second end, as of a call that is cancelled when it has just failed
        ending.reservation().keep();
        return switch (step.kind()) {
            case SETTLE -> step.of(ending.amount());
            case KEEP -> ending.amount();
            default -> BigDecimal.ZERO;
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 100)).as(Step::new).list().ofMaxSize(200);
    }

    @Test
    void twoHundredThreadsShareExactlyAThousandCalls() throws Exception {
        BigDecimal price = new BigDecimal("0.0000335");
        BudgetLedger ledger = ledger(price.multiply(BigDecimal.valueOf(1_000)), new SteppedClock(), new ArrayList<>());
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            callers.add(threads.submit(() -> {
                start.await();
                while (true) {
                    Reservation reservation;
                    try {
                        reservation = ledger.reserve(price);
                    } catch (BudgetExceededException e) {
                        return null;
                    }
                    calls.incrementAndGet();
                    reservation.settle(price);
                }
            }));
        }
        start.countDown();
        for (Future<?> caller : callers) {
            caller.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(calls).hasValue(1_000);
        assertThat(ledger.status().spent()).isEqualByComparingTo(ledger.status().limit());
        assertThat(ledger.status().reserved()).isEqualByComparingTo("0");
    }

    private static BudgetLedger ledger(BigDecimal limit, SteppedClock clock, List<BudgetEvent> events) {
        return new BudgetLedger("<default>",
                new BudgetSettings(limit, BudgetPeriod.parse("P1W"), UnknownPrice.REJECT), clock, events::add);
    }
}
