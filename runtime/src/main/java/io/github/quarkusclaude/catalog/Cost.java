package io.github.quarkusclaude.catalog;

import java.math.BigDecimal;

/**
 * What a message cost, in US dollars, exactly as its tokens and the catalogue's list prices make it. Discounts agreed upon
 * with Anthropic, and the running time of code execution, are not in it: good for budgets, not for bookkeeping.
 *
 * @param input for input that neither came from the prompt cache nor went into it
 * @param cacheWrite for input written to the prompt cache
 * @param cacheRead for input read from the prompt cache
 * @param output for the answer, thinking included
 * @param serverTools for web searches
 * @param saving how much more the same tokens would have cost without the prompt cache; negative if writing to the cache
 *        cost more than reading from it has saved so far
 */
public record Cost(BigDecimal input, BigDecimal cacheWrite, BigDecimal cacheRead, BigDecimal output, BigDecimal serverTools,
        BigDecimal saving) {

    /** Nothing. */
    public static final Cost ZERO = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO, BigDecimal.ZERO);

    public Cost {
        // removes trailing zeros, so that equal costs are equal objects
        input = TokenPrices.withoutTrailingZeros(input);
        cacheWrite = TokenPrices.withoutTrailingZeros(cacheWrite);
        cacheRead = TokenPrices.withoutTrailingZeros(cacheRead);
        output = TokenPrices.withoutTrailingZeros(output);
        serverTools = TokenPrices.withoutTrailingZeros(serverTools);
        saving = TokenPrices.withoutTrailingZeros(saving);
    }

    /** All of it together, in US dollars. */
    public BigDecimal total() {
        return input.add(cacheWrite).add(cacheRead).add(output).add(serverTools);
    }

    /** This cost and another one, for instance of the next message of a conversation. */
    public Cost plus(Cost other) {
        return new Cost(input.add(other.input), cacheWrite.add(other.cacheWrite), cacheRead.add(other.cacheRead),
                output.add(other.output), serverTools.add(other.serverTools), saving.add(other.saving));
    }
}
