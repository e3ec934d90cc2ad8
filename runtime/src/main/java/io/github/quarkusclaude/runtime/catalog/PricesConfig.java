package io.github.quarkusclaude.runtime.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithParentName;

/**
 * What a model costs.
 */
@ConfigGroup
public interface PricesConfig {

    /**
     * Prices of an ordinary request.
     */
    @WithParentName
    TokenPricesConfig standard();

    /**
     * What prices are multiplied with in a message batch, for example `0.5`.
     */
    Optional<BigDecimal> batchFactor();

    /**
     * Prices of requests with a long prompt.
     */
    LongPromptPricesConfig longPrompt();

    /**
     * Prices in fast mode.
     */
    TokenPricesConfig fast();
}
