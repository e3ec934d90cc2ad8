package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

/** Sampling parameters are within their ranges. */
final class SamplingRangeCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        checkShare("temperature", context.asked().temperature(), context);
        checkShare("top_p", context.asked().topP(), context);
        Integer topK = context.asked().topK();
        if (topK != null && topK < 0) {
            context.problem("top_k is " + topK + ". Use 0 or more");
        }
    }

    private static void checkShare(String name, @Nullable Double value, RuleContext context) {
        if (value != null && !(value >= 0 && value <= 1)) {
            context.problem(name + " is " + value + ". Use a number from 0 to 1");
        }
    }
}
