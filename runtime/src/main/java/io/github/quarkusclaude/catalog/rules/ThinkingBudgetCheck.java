package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;

/** A thinking budget is large enough, and leaves room for an answer. */
final class ThinkingBudgetCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        if (!ThinkingModes.isManual(request.thinking())) {
            return;
        }
        Integer budget = request.thinking().budgetTokens();
        if (budget == null) {
            context.problem("thinking \"enabled\" has no budget_tokens. Give it at least " + ThinkingModes.LEAST_BUDGET);
        } else if (budget < ThinkingModes.LEAST_BUDGET) {
            context.problem("The thinking budget is " + budget + " tokens. Give it at least " + ThinkingModes.LEAST_BUDGET);
        } else if (request.maxTokens() != null && budget >= request.maxTokens() && context.purpose() != Purpose.COUNT
                && !BetaSelection.isInterleaved(request, context)) {
            context.problem("The thinking budget is " + budget + " tokens, but max_tokens is " + request.maxTokens()
                    + ". Ask for more than the budget: thinking and answer together must fit, or leave max_tokens out");
        }
    }
}
