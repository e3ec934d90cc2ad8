package io.github.quarkusclaude.catalog;

/**
 * Prices of requests whose prompt is long. They hold for every token of such a request, the answer included.
 *
 * @param overTokens a prompt is long if it has more tokens than this; what counts is input, cache reads and cache writes
 *        together
 * @param prices the prices of a long request
 */
public record LongPromptPrices(int overTokens, TokenPrices prices) {
}
