package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingConfig;

/**
 * {@code max_tokens}: a default for requests without it, the limit of the model, and room for a thinking budget. Where the
 * budget is not the application's own number, {@code max_tokens} is the size of the answer, and the budget comes on top.
 */
final class MaxTokensRule implements ModelRule {

    /** Enough for long answers and their thinking; the official SDKs ask for streaming above 21,333. */
    private static final int DEFAULT = 16_384;

    /** The longest output of a model that thinks with a budget and whose limit is not known. */
    private static final int ASSUMED_LONGEST_OUTPUT = 32_000;

    /** The longest output a share can be taken of, in tokens. */
    static int longestOutput(ClaudeModel model) {
        Integer limit = model.limits().maxTokens();
        return limit == null ? ASSUMED_LONGEST_OUTPUT : limit;
    }

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        Integer limit = limit(context);
        int answer = answer(request, limit, context);
        ThinkingConfig thinking = request.thinking();
        if (!ThinkingModes.isManual(thinking) || thinking.budgetTokens() == null) {
            return request.toBuilder().maxTokens(answer).build();
        }
        int budget = thinking.budgetTokens();
        boolean included = budgetIsIncluded(context.asked());
        int maxTokens = included ? answer : atMost(limit, answer + (long) budget);
        if (included && (budget < maxTokens || BetaSelection.isInterleaved(request, context))) {
            return request.toBuilder().maxTokens(maxTokens).build();
        }
        int most = maxTokens - Math.max(1, Math.min(answer, ThinkingLevels.share(maxTokens, ThinkingLevels.RESERVE_PERCENT)));
        if (most < ThinkingModes.LEAST_BUDGET) {
            context.unsupported("thinking with an output of " + maxTokens + " tokens", "it does not think",
                    "Use a model with a longer output");
            return request.toBuilder().maxTokens(Math.min(answer, maxTokens)).thinking(null).build();
        }
        ThinkingConfig shorter = ThinkingModes.as(ThinkingModes.ENABLED, Math.min(budget, most), thinking);
        return request.toBuilder().maxTokens(maxTokens).thinking(shorter).build();
    }

    private static @Nullable Integer limit(RuleContext context) {
        Limits limits = context.model().limits();
        boolean longer = context.purpose() == Purpose.BATCH && limits.maxTokensBatch() != null && context.betas().enabled();
        return longer ? limits.maxTokensBatch() : limits.maxTokens();
    }

    private static int answer(MessageRequest request, @Nullable Integer limit, RuleContext context) {
        Integer asked = request.maxTokens() != null ? request.maxTokens() : context.settings().maxTokens();
        if (asked == null) {
            return atMost(limit, DEFAULT);
        }
        if (limit != null && asked > limit) {
            context.unsupported("max_tokens above " + limit, "max_tokens is " + limit, "Ask for " + limit + " or less");
        }
        return atMost(limit, asked);
    }

    /** Whether the application chose {@code max_tokens} and the budget itself, the one including the other. */
    private static boolean budgetIsIncluded(MessageRequest asked) {
        return asked.maxTokens() != null && ThinkingModes.isManual(asked.thinking());
    }

    private static int atMost(@Nullable Integer limit, long tokens) {
        return (int) Math.min(tokens, limit == null ? Integer.MAX_VALUE : limit);
    }
}
