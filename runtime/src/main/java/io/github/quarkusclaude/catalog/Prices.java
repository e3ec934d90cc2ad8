package io.github.quarkusclaude.catalog;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars per million tokens. The list prices of the Claude API at the time the catalogue was
 * made: good for estimates and budgets, not for bookkeeping.
 *
 * @param standard the prices of an ordinary request
 * @param longPrompt the prices of requests with a long prompt, or {@code null} if the length does not matter
 * @param fast the prices in fast mode, or {@code null} if unknown or not offered
 * @param batchFactor what all prices are multiplied with in a message batch, for example {@code 0.5}, or {@code null} if
 *        unknown
 */
public record Prices(TokenPrices standard, @Nullable LongPromptPrices longPrompt, @Nullable TokenPrices fast,
        @Nullable BigDecimal batchFactor) {

    /** No price is known. */
    public static final Prices UNKNOWN = new Prices(TokenPrices.UNKNOWN, null, null, null);

    public Prices {
        // removes trailing zeros of the factor, so that equal prices are equal objects
        batchFactor = TokenPrices.withoutTrailingZeros(batchFactor);
    }

    /**
     * The prices that hold for a prompt of a given length.
     *
     * @param promptTokens tokens of the prompt: input, cache reads and cache writes together
     * @return the long-prompt prices if the model has them and the prompt is long, else the standard prices
     */
    public TokenPrices forPrompt(long promptTokens) {
        return longPrompt != null && promptTokens > longPrompt.overTokens() ? longPrompt.prices() : standard;
    }
}
