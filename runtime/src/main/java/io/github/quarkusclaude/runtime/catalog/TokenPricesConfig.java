package io.github.quarkusclaude.runtime.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/**
 * Prices of the kinds of tokens.
 */
@ConfigGroup
public interface TokenPricesConfig {

    /**
     * US dollars per million tokens of the prompt.
     */
    Optional<BigDecimal> input();

    /**
     * US dollars per million tokens of the answer.
     */
    Optional<BigDecimal> output();

    /**
     * US dollars per million tokens written to the cache for five minutes.
     */
    @WithName("cache-write-5m")
    Optional<BigDecimal> cacheWrite5m();

    /**
     * US dollars per million tokens written to the cache for one hour.
     */
    @WithName("cache-write-1h")
    Optional<BigDecimal> cacheWrite1h();

    /**
     * US dollars per million tokens read from the cache.
     */
    Optional<BigDecimal> cacheRead();
}
