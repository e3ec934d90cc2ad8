package io.github.quarkusclaude.limits;

import java.math.BigDecimal;

/**
 * A budget as it is configured.
 *
 * @param limit how much may be spent in each period, in US dollars
 * @param period how long it has to last
 * @param onUnknownPrice what to do with calls whose price is not known
 */
public record BudgetSettings(BigDecimal limit, BudgetPeriod period, UnknownPrice onUnknownPrice) {

    /** @throws IllegalArgumentException if the limit is not more than nothing */
    public BudgetSettings {
        if (limit.signum() <= 0) {
            throw new IllegalArgumentException("A budget must be more than 0 US dollars; it is " + limit.toPlainString());
        }
    }
}
