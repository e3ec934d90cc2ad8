package io.github.quarkusclaude.deployment.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.LongPromptPrices;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.TokenPrices;
import io.github.quarkusclaude.runtime.catalog.LongPromptPricesConfig;
import io.github.quarkusclaude.runtime.catalog.PricesConfig;
import io.github.quarkusclaude.runtime.catalog.TokenPricesConfig;

/**
 * Lays configured prices over those of a catalogue file.
 */
final class PriceOverrides {

    private PriceOverrides() {
    }

    static Prices prices(PricesConfig config, Prices base) {
        return new Prices(tokenPrices(config.standard(), base.standard()),
                longPrompt(config.longPrompt(), base.longPrompt()), fast(config.fast(), base.fast()),
                or(config.batchFactor(), base.batchFactor()));
    }

    private static @Nullable LongPromptPrices longPrompt(LongPromptPricesConfig config, @Nullable LongPromptPrices base) {
        TokenPrices prices = tokenPrices(config.prices(), base == null ? TokenPrices.UNKNOWN : base.prices());
        if (config.overTokens().isPresent()) {
            return new LongPromptPrices(config.overTokens().get(), prices);
        }
        if (base != null) {
            return new LongPromptPrices(base.overTokens(), prices);
        }
        // prices without a length are left to the checks, which ask for it
        return prices.equals(TokenPrices.UNKNOWN) ? null : new LongPromptPrices(0, prices);
    }

    private static @Nullable TokenPrices fast(TokenPricesConfig config, @Nullable TokenPrices base) {
        TokenPrices prices = tokenPrices(config, base == null ? TokenPrices.UNKNOWN : base);
        return prices.equals(TokenPrices.UNKNOWN) ? null : prices;
    }

    private static TokenPrices tokenPrices(TokenPricesConfig config, TokenPrices base) {
        return new TokenPrices(or(config.input(), base.input()), or(config.output(), base.output()),
                or(config.cacheWrite5m(), base.cacheWrite5m()), or(config.cacheWrite1h(), base.cacheWrite1h()),
                or(config.cacheRead(), base.cacheRead()));
    }

    private static @Nullable BigDecimal or(Optional<BigDecimal> configured, @Nullable BigDecimal base) {
        return configured.isPresent() ? configured.get() : base;
    }
}
