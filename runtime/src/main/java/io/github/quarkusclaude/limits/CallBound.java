package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.PromptBound;
import io.github.quarkusclaude.message.CacheCreation;
import io.github.quarkusclaude.message.FallbackModel;
import io.github.quarkusclaude.message.Fallbacks;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Usage;

/**
 * What a call can cost at most: all of its prompt at the highest price that may apply, and the longest answer. What the API
 * does by itself on the way, such as searches, is not in it.
 */
final class CallBound {

    private final ModelCatalog catalog;
    private final MessageRequest request;
    private final PromptBound prompt;

    CallBound(ModelCatalog catalog, MessageRequest request) {
        this.catalog = catalog;
        this.request = request;
        this.prompt = PromptBound.of(request);
    }

    /** The amount in US dollars; empty if a price is unknown. */
    Optional<BigDecimal> amount() {
        BigDecimal amount = most(request.model(), request.maxTokens(), request.speed());
        if (request.fallbacks() instanceof Fallbacks.Models list) {
            for (FallbackModel other : list.models()) {
                BigDecimal more = most(other.model(), other.maxTokens() == null ? request.maxTokens() : other.maxTokens(),
                        other.speed() == null ? request.speed() : other.speed());
                amount = amount == null || more == null ? null : amount.add(more);
            }
        }
        return Optional.ofNullable(amount);
    }

    /** The most that one model costs; {@code null} if that is not known. */
    private @Nullable BigDecimal most(@Nullable String model, @Nullable Integer maxTokens, @Nullable String speed) {
        if (model == null) {
            return null;
        }
        int output = maxTokens == null ? catalog.getMaxOutputTokens(model) : maxTokens;
        int input = promptTokens(model);
        if (input == 0 || output == 0 && maxTokens == null) {
            return null;
        }
        BigDecimal amount = cost(model, usage(input, 0, 0, output, speed));
        if (prompt.cachedFiveMinutes()) {
            amount = larger(amount, cost(model, usage(0, input, 0, output, speed)));
        }
        if (prompt.cachedOneHour()) {
            amount = larger(amount, cost(model, usage(0, 0, input, output, speed)));
        }
        return amount;
    }

    /** 0 if there is no bound. */
    private int promptTokens(String model) {
        int window = catalog.getContextWindow(model);
        if (window > 0) {
            return prompt.open() ? window : (int) Math.min(window, prompt.tokens());
        }
        return prompt.open() ? 0 : (int) Math.min(Integer.MAX_VALUE, prompt.tokens());
    }

    private Usage usage(int input, int fiveMinutes, int oneHour, int output, @Nullable String speed) {
        return new Usage(input, fiveMinutes + oneHour, 0, new CacheCreation(fiveMinutes, oneHour, Map.of()), output, null,
                null, null, request.inferenceGeo(), speed, null, Map.of());
    }

    private @Nullable BigDecimal cost(String model, Usage usage) {
        return catalog.cost(model, usage).map(Cost::total).orElse(null);
    }

    private static @Nullable BigDecimal larger(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.max(other);
    }
}
