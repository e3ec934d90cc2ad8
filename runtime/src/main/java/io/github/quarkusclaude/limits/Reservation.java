package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is set aside for one call. The first of its ends counts; a call may fail and be cancelled at once.
 */
final class Reservation {

    private final BudgetLedger ledger;
    private final BigDecimal amount;
    private final AtomicBoolean ended = new AtomicBoolean();

    Reservation(BudgetLedger ledger, BigDecimal amount) {
        this.ledger = ledger;
        this.amount = amount;
    }

    /** The call cost this much. */
    void settle(BigDecimal cost) {
        if (ended.compareAndSet(false, true)) {
            ledger.settle(amount, cost);
        }
    }

    /** The call cost nothing. */
    void release() {
        settle(BigDecimal.ZERO);
    }

    /** Nobody knows what the call cost: it counts with all that was set aside for it. */
    void keep() {
        settle(amount);
    }

    /** Nobody knows what the call cost, nor ever did. */
    void leaveUnpriced() {
        if (ended.compareAndSet(false, true)) {
            ledger.unpriced();
        }
    }
}
