package io.github.quarkusclaude.limits;

/**
 * A budget comes to its end. Fired as CDI events, both to {@code @Observes} and {@code @ObservesAsync}, each once in a
 * period.
 */
public sealed interface BudgetEvent {

    /** The name of the client, {@code <default>} for the one without a name. */
    String client();

    /** The budget behind what happened. */
    BudgetStatus budget();

    /** 80 % of the limit are spent. */
    record NearlySpent(String client, BudgetStatus budget) implements BudgetEvent {
    }

    /** All of the limit is spent, or a call did not fit into what is left for the first time. */
    record Exhausted(String client, BudgetStatus budget) implements BudgetEvent {
    }
}
