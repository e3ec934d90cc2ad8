package io.github.quarkusclaude.runtime.telemetry;

import java.math.BigDecimal;
import java.util.function.Function;

import io.github.quarkusclaude.limits.Budget;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The accounts of a budget, in US dollars.
 */
final class BudgetGauges {

    private BudgetGauges() {
    }

    static void register(MeterRegistry registry, String client, Budget budget) {
        gauge(registry, "claude.client.budget.limit", "How much may be spent in a period", client, budget,
                BudgetStatus::limit);
        gauge(registry, "claude.client.budget.spent", "How much of it is spent", client, budget, BudgetStatus::spent);
        gauge(registry, "claude.client.budget.remaining", "What is neither spent nor reserved", client, budget,
                BudgetStatus::remaining);
    }

    private static void gauge(MeterRegistry registry, String name, String description, String client, Budget budget,
            Function<BudgetStatus, BigDecimal> amount) {
        Gauge.builder(name, budget, accounts -> amount.apply(accounts.status()).doubleValue()).description(description)
                .baseUnit("usd").tag(CallMeters.CLIENT, client).register(registry);
    }
}
