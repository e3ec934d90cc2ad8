package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;

/** {@code max_tokens} is not negative; 0 only fills the prompt cache, and excludes what asks for an answer. */
final class MaxTokensCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        Integer maxTokens = request.maxTokens();
        if (maxTokens == null || context.purpose() == Purpose.COUNT) {
            return;
        }
        if (maxTokens < 0) {
            context.problem("max_tokens is " + maxTokens + ". Ask for at least 1");
        } else if (maxTokens == 0) {
            expectNoAnswerWanted(request, context);
        }
    }

    private static void expectNoAnswerWanted(MessageRequest request, RuleContext context) {
        String excluded = null;
        if (context.purpose() == Purpose.STREAM) {
            excluded = "cannot be streamed";
        } else if (context.purpose() == Purpose.BATCH) {
            excluded = "cannot be part of a batch";
        } else if (ThinkingModes.isManual(request.thinking())) {
            excluded = "cannot think with a budget";
        } else if (request.outputConfig() != null && request.outputConfig().format() != null) {
            excluded = "cannot have output_config.format";
        } else if (ForcedToolChoiceRule.isForced(request.toolChoice())) {
            excluded = "cannot force a tool";
        }
        if (excluded != null) {
            context.problem("max_tokens is 0, which only fills the prompt cache; such a request " + excluded
                    + ". Ask for at least 1");
        }
    }
}
