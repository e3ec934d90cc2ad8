package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A budget at one moment. Amounts are in US dollars.
 *
 * @param limit how much may be spent in this period
 * @param spent what the calls that ended in this period cost
 * @param reserved what the calls that are under way may cost at most
 * @param unpricedCalls calls of this period whose cost is not known and not in {@code spent}
 * @param periodStart when the period began
 * @param periodEnd when the period ends and the next one begins, with nothing spent
 */
public record BudgetStatus(BigDecimal limit, BigDecimal spent, BigDecimal reserved, long unpricedCalls, Instant periodStart,
        Instant periodEnd) {

    /** What a further call may cost; never less than 0. */
    public BigDecimal remaining() {
        return limit.subtract(spent).subtract(reserved).max(BigDecimal.ZERO);
    }
}
