package io.github.quarkusclaude.catalog;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Prices of the kinds of tokens, in US dollars per million tokens, for the Claude API with global inference. An unknown
 * price is {@code null}, never zero: a sum over an unknown price is unknown too.
 *
 * @param input tokens of the prompt that neither came from nor went into the cache
 * @param output tokens of the answer, thinking included
 * @param cacheWrite5m tokens written to the cache for five minutes
 * @param cacheWrite1h tokens written to the cache for one hour
 * @param cacheRead tokens read from the cache
 */
public record TokenPrices(@Nullable BigDecimal input, @Nullable BigDecimal output, @Nullable BigDecimal cacheWrite5m,
        @Nullable BigDecimal cacheWrite1h, @Nullable BigDecimal cacheRead) {

    /** No price is known. */
    public static final TokenPrices UNKNOWN = new TokenPrices(null, null, null, null, null);

    public TokenPrices {
        // removes trailing zeros, so that equal prices are equal objects
        input = withoutTrailingZeros(input);
        output = withoutTrailingZeros(output);
        cacheWrite5m = withoutTrailingZeros(cacheWrite5m);
        cacheWrite1h = withoutTrailingZeros(cacheWrite1h);
        cacheRead = withoutTrailingZeros(cacheRead);
    }

    static @Nullable BigDecimal withoutTrailingZeros(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        // 10 would otherwise become 1E+1
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
