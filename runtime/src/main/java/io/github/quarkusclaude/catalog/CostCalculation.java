package io.github.quarkusclaude.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.message.UsageIteration;

/**
 * What the tokens of one message cost. Where a price is needed that is not known, the cost is not known either.
 */
final class CostCalculation {

    /** Ten dollars for a thousand searches. */
    private static final BigDecimal WEB_SEARCH = new BigDecimal("0.01");
    /** What inference that stays in the United States costs more. */
    private static final BigDecimal US_FACTOR = new BigDecimal("1.1");

    private final Function<String, Optional<ClaudeModel>> models;
    private final Usage usage;

    CostCalculation(Function<String, Optional<ClaudeModel>> models, Usage usage) {
        this.models = models;
        this.usage = usage;
    }

    Optional<Cost> cost(@Nullable String model) {
        return Optional.ofNullable(tokens(model)).map(tokens -> tokens.plus(searches()));
    }

    private @Nullable Cost tokens(@Nullable String model) {
        if (usage.iterations() == null || usage.iterations().isEmpty()) {
            return step(model, TokenCounts.of(usage));
        }
        // the totals leave out what a compaction or another model used
        Cost cost = Cost.ZERO;
        for (UsageIteration step : usage.iterations()) {
            Cost next = step(step.model() == null ? model : step.model(), TokenCounts.of(step));
            if (next == null) {
                return null;
            }
            cost = cost.plus(next);
        }
        return cost;
    }

    private Cost searches() {
        Integer searches = usage.serverToolUse() == null ? null : usage.serverToolUse().webSearchRequests();
        return searches == null ? Cost.ZERO
                : new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                        WEB_SEARCH.multiply(BigDecimal.valueOf(searches)), BigDecimal.ZERO);
    }

    private @Nullable Cost step(@Nullable String id, @Nullable TokenCounts counts) {
        Prices prices = id == null ? null : models.apply(id).map(ClaudeModel::prices).orElse(null);
        BigDecimal factor = prices == null ? null : factor(prices);
        TokenPrices rates = prices == null || counts == null ? null : rates(prices, counts);
        if (factor == null || rates == null) {
            return null;
        }
        BigDecimal input = price(counts.input(), rates.input(), factor);
        BigDecimal write5m = price(counts.cacheWrite5m(), rates.cacheWrite5m(), factor);
        BigDecimal write1h = price(counts.cacheWrite1h(), rates.cacheWrite1h(), factor);
        BigDecimal read = price(counts.cacheRead(), rates.cacheRead(), factor);
        BigDecimal output = price(counts.output(), rates.output(), factor);
        BigDecimal uncached = price(counts.cached(), rates.input(), factor);
        if (input == null || write5m == null || write1h == null || read == null || output == null || uncached == null) {
            return null;
        }
        BigDecimal write = write5m.add(write1h);
        return new Cost(input, write, read, output, BigDecimal.ZERO, uncached.subtract(write).subtract(read));
    }

    private @Nullable TokenPrices rates(Prices prices, TokenCounts counts) {
        return "fast".equals(usage.speed()) ? prices.fast() : prices.forPrompt(counts.prompt());
    }

    /** What the prices are multiplied with; {@code null} if nobody knows. */
    private @Nullable BigDecimal factor(Prices prices) {
        BigDecimal tier = tierFactor(prices);
        BigDecimal geography = geographyFactor();
        return tier == null || geography == null ? null : tier.multiply(geography);
    }

    private @Nullable BigDecimal tierFactor(Prices prices) {
        String tier = usage.serviceTier() == null ? "standard" : usage.serviceTier();
        return switch (tier) {
            case "standard" -> BigDecimal.ONE;
            case "batch" -> prices.batchFactor();
            default -> null;
        };
    }

    private @Nullable BigDecimal geographyFactor() {
        String geography = usage.inferenceGeo() == null ? "global" : usage.inferenceGeo();
        return switch (geography) {
            case "global", "not_available" -> BigDecimal.ONE;
            case "us" -> US_FACTOR;
            default -> null;
        };
    }

    private static @Nullable BigDecimal price(long tokens, @Nullable BigDecimal perMillion, BigDecimal factor) {
        if (tokens == 0) {
            return BigDecimal.ZERO;
        }
        return perMillion == null ? null : perMillion.multiply(factor).multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }
}
