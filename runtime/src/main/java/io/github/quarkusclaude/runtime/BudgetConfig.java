package io.github.quarkusclaude.runtime;

import java.math.BigDecimal;
import java.util.Optional;

import io.github.quarkusclaude.limits.UnknownPrice;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * What a client may spend.
 */
@ConfigGroup
public interface BudgetConfig {

    /**
     * How much may be spent in each period, in US dollars, for example `25` or `0.50`. A call that may cost more than is left
     * fails before it is sent. Without a limit there is no budget.
     * <p>
     * What counts is what this client of this process has spent since it was made, at the list prices of the catalogue, for
     * messages that are not in batches.
     */
    Optional<BigDecimal> limit();

    /**
     * For how long the budget has to last: `1h`, `1d`, or as in ISO 8601: `P1W`, `P1M`.
     * <p>
     * Periods are those of the clock and the calendar in UTC: a day begins at midnight, a week on Monday, `P1M` on the first
     * day of a month.
     */
    @WithDefault("P1M")
    String period();

    /**
     * What happens to calls whose price the catalogue does not know: `reject` lets them fail before they are sent; `allow`
     * makes them, and counts them if their answer tells a model with known prices.
     */
    @WithDefault("reject")
    UnknownPrice onUnknownPrice();
}
