package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;

/** An answer by a JSON schema has no place for citations, and the application cannot begin it. */
final class StructuredOutputCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        if (request.outputConfig() == null || request.outputConfig().format() == null) {
            return;
        }
        if (PrefillRule.isPrefilled(request)) {
            context.problem("output_config.format cannot be combined with a last message of role assistant. Leave one out");
        }
        context.blocks().stream().filter(placed -> Citing.isEnabled(placed.block())).findFirst()
                .ifPresent(placed -> context.problem("output_config.format cannot be combined with citations, which "
                        + placed.path() + " enables. Leave one out"));
    }
}
