package io.github.quarkusclaude.deployment.catalog;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.TokenPrices;

/**
 * What can be wrong with the prices of a model.
 */
final class PriceChecks {

    private final CatalogProblems problems;

    PriceChecks(CatalogProblems problems) {
        this.problems = problems;
    }

    void check(ModelEntry entry) {
        EntryOrigin origin = entry.origin();
        Prices prices = entry.model().prices();
        checkPrices(origin, "prices.", prices.standard());
        if (prices.longPrompt() != null) {
            checkPrices(origin, "prices.long_prompt.", prices.longPrompt().prices());
            if (prices.longPrompt().overTokens() <= 0) {
                problems.add(origin, "prices.long_prompt.over_tokens",
                        "is missing or not greater than 0; say from which length on these prices hold");
            }
        }
        if (prices.fast() != null) {
            checkPrices(origin, "prices.fast.", prices.fast());
        }
        BigDecimal factor = prices.batchFactor();
        if (factor != null && (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) > 0)) {
            problems.add(origin, "prices.batch_factor",
                    "is " + factor + "; make it greater than 0 and at most 1, for example 0.5");
        }
    }

    private void checkPrices(EntryOrigin origin, String path, TokenPrices prices) {
        checkPrice(origin, path + "input", prices.input());
        checkPrice(origin, path + "output", prices.output());
        checkPrice(origin, path + "cache_write_5m", prices.cacheWrite5m());
        checkPrice(origin, path + "cache_write_1h", prices.cacheWrite1h());
        checkPrice(origin, path + "cache_read", prices.cacheRead());
    }

    private void checkPrice(EntryOrigin origin, String field, @Nullable BigDecimal price) {
        if (price != null && price.signum() <= 0) {
            problems.add(origin, field, "is " + price + "; make it greater than 0, or leave it out if it is not known");
        }
    }
}
