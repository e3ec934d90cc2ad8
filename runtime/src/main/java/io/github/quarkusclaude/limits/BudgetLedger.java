package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.quarkusclaude.error.BudgetExceededException;

/**
 * Keeps the accounts of a budget. As long as no call costs more than was reserved for it, what is spent and reserved
 * together never exceeds the limit, whoever calls at once. Nobody waits here.
 */
final class BudgetLedger {

    private static final BigDecimal NEARLY = new BigDecimal("0.8");

    private final String client;
    private final BigDecimal limit;
    private final BudgetPeriod period;
    private final Clock clock;
    private final Consumer<BudgetEvent> observers;
    private final AtomicReference<BudgetState> state;

    BudgetLedger(String client, BudgetSettings settings, Clock clock, Consumer<BudgetEvent> observers) {
        this.client = client;
        this.limit = settings.limit();
        this.period = settings.period();
        this.clock = clock;
        this.observers = observers;
        this.state = new AtomicReference<>(BudgetState.begin(period, clock.instant(), BigDecimal.ZERO));
    }

    /**
     * Sets an amount aside.
     *
     * @throws BudgetExceededException if less is left
     */
    Reservation reserve(BigDecimal amount) {
        while (true) {
            BudgetState before = state.get();
            BudgetState now = before.at(clock.instant(), period);
            if (!now.fits(amount, limit)) {
                change(accounts -> accounts, true);
                throw new BudgetExceededException(client, amount, limit, now.spent(), now.reserved(), now.end());
            }
            if (state.compareAndSet(before, now.reserve(amount))) {
                return new Reservation(this, amount);
            }
        }
    }

    void settle(BigDecimal reservation, BigDecimal cost) {
        change(accounts -> accounts.settle(reservation, cost), false);
    }

    void unpriced() {
        change(BudgetState::unpriced, false);
    }

    BudgetStatus status() {
        return state.get().at(clock.instant(), period).status(limit);
    }

    private void change(UnaryOperator<BudgetState> change, boolean refused) {
        while (true) {
            BudgetState before = state.get();
            BudgetState changed = change.apply(before.at(clock.instant(), period));
            boolean exhausted = refused || changed.spent().compareTo(limit) >= 0;
            boolean nearlySpent = changed.spent().compareTo(limit.multiply(NEARLY)) >= 0;
            if (state.compareAndSet(before, changed.told(nearlySpent, exhausted))) {
                if (nearlySpent && !changed.nearlySpent()) {
                    observers.accept(new BudgetEvent.NearlySpent(client, changed.status(limit)));
                }
                if (exhausted && !changed.exhausted()) {
                    observers.accept(new BudgetEvent.Exhausted(client, changed.status(limit)));
                }
                return;
            }
        }
    }
}
