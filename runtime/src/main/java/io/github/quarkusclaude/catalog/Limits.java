package io.github.quarkusclaude.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Sizes a model works with, in tokens of that model. Tokens of different generations are not the same size: models from
 * Opus 4.7 on count roughly 30 % more tokens for the same text than earlier ones.
 *
 * @param maxInputTokens the context window: prompt and answer together, or {@code null} if unknown
 * @param maxTokens the largest {@code max_tokens} a request may ask for, or {@code null} if unknown
 * @param maxTokensBatch the largest {@code max_tokens} in a message batch (a beta), or {@code null} if unknown or not
 *        offered
 * @param cacheMinimumTokens the shortest prompt prefix that is cached; shorter ones are silently not cached. {@code null}
 *        if unknown
 */
public record Limits(@Nullable Integer maxInputTokens, @Nullable Integer maxTokens, @Nullable Integer maxTokensBatch,
        @Nullable Integer cacheMinimumTokens) {

    /** Nothing is known. */
    public static final Limits UNKNOWN = new Limits(null, null, null, null);
}
