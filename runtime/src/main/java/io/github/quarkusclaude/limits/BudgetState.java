package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The accounts of a budget. Reservations outlive the end of a period: they count in the one in which their call ends.
 *
 * @param nearlySpent whether it has been told that the budget is nearly spent
 * @param exhausted whether it has been told that the budget is exhausted
 */
record BudgetState(Instant start, Instant end, BigDecimal spent, BigDecimal reserved, long unpricedCalls, boolean nearlySpent,
        boolean exhausted) {

    static BudgetState begin(BudgetPeriod period, Instant now, BigDecimal reserved) {
        return new BudgetState(period.startOf(now), period.endOf(now), BigDecimal.ZERO, reserved, 0, false, false);
    }

    /** These accounts, or new ones if their period is over. A clock that goes back opens no old period again. */
    BudgetState at(Instant now, BudgetPeriod period) {
        return now.isBefore(end) ? this : begin(period, now, reserved);
    }

    boolean fits(BigDecimal amount, BigDecimal limit) {
        return spent.add(reserved).add(amount).compareTo(limit) <= 0;
    }

    BudgetState reserve(BigDecimal amount) {
        return new BudgetState(start, end, spent, reserved.add(amount), unpricedCalls, nearlySpent, exhausted);
    }

    BudgetState settle(BigDecimal reservation, BigDecimal cost) {
        return new BudgetState(start, end, spent.add(cost), reserved.subtract(reservation), unpricedCalls, nearlySpent,
                exhausted);
    }

    BudgetState unpriced() {
        return new BudgetState(start, end, spent, reserved, unpricedCalls + 1, nearlySpent, exhausted);
    }

    BudgetState told(boolean nearlySpent, boolean exhausted) {
        return new BudgetState(start, end, spent, reserved, unpricedCalls, this.nearlySpent || nearlySpent,
                this.exhausted || exhausted);
    }

    BudgetStatus status(BigDecimal limit) {
        return new BudgetStatus(limit, spent, reserved, unpricedCalls, start, end);
    }
}
