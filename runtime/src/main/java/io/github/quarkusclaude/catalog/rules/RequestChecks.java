package io.github.quarkusclaude.catalog.rules;

import java.util.List;

/** The rules of the API that hold whatever the model is. */
final class RequestChecks {

    private static final List<RequestCheck> CHECKS = List.of(
            new ReplacedFieldsCheck(),
            new ConversationCheck(),
            new ToolTurnsCheck(),
            new ToolsCheck(),
            new MaxTokensCheck(),
            new ThinkingBudgetCheck(),
            new SamplingRangeCheck(),
            new StructuredOutputCheck(),
            new StrictSchemaCheck(),
            new CacheControlCheck(),
            new ContextManagementCheck());

    void check(RuleContext context) {
        CHECKS.forEach(check -> check.check(context));
    }
}
