package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.property;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.limits.Budget;
import io.github.quarkusclaude.limits.BudgetPeriod;
import io.github.quarkusclaude.limits.BudgetSettings;

/**
 * Makes the budgets of clients.
 */
final class ConfiguredBudgets {

    private final ClaudeRuntimeConfig config;
    private final ModelCatalog catalog;
    private final BudgetObservers observers;

    ConfiguredBudgets(ClaudeRuntimeConfig config, ModelCatalog catalog, BudgetObservers observers) {
        this.config = config;
        this.catalog = catalog;
        this.observers = observers;
    }

    /** A new budget as a client is to have it, with nothing spent; {@code null} if it has none. */
    @Nullable
    Budget of(String client) {
        BudgetConfig budget = config.clients().get(client).budget();
        BigDecimal limit = budget.limit().orElse(null);
        return limit == null ? null
                : new Budget(client,
                        new BudgetSettings(limit, BudgetPeriod.parse(budget.period()), budget.onUnknownPrice()), catalog,
                        Clock.systemUTC(), observers);
    }

    /** Adds what is wrong with the budget of a client. */
    static void check(String client, BudgetConfig budget, List<String> problems) {
        budget.limit().filter(limit -> limit.signum() <= 0)
                .ifPresent(limit -> problems.add(property(client, "budget.limit") + " is " + limit.toPlainString()
                        + "; make it more than 0, or remove it"));
        try {
            BudgetPeriod.parse(budget.period());
        } catch (IllegalArgumentException e) {
            problems.add(property(client, "budget.period") + ": " + e.getMessage());
        }
    }
}
