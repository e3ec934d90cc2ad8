package io.github.quarkusclaude.runtime.catalog;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithParentName;

/**
 * Prices of requests with a long prompt.
 */
@ConfigGroup
public interface LongPromptPricesConfig {

    /**
     * A prompt is long if it has more tokens than this, cached ones included.
     */
    Optional<Integer> overTokens();

    /**
     * The prices of such a request.
     */
    @WithParentName
    TokenPricesConfig prices();
}
