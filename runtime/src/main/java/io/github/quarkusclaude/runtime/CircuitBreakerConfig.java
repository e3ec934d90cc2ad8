package io.github.quarkusclaude.runtime;

import java.time.Duration;

import io.github.quarkusclaude.transport.CircuitBreakerSettings;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * When the API is left alone for a moment because it does not work. Messages, counting of tokens, models, batches and files
 * have a circuit breaker each.
 */
@ConfigGroup
public interface CircuitBreakerConfig {

    /**
     * Whether calls fail at once while too many others fail.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many of the last attempts are looked at. Before there were so many, nothing happens.
     */
    @WithDefault("20")
    int requestVolumeThreshold();

    /**
     * Which share of them must have failed, from 0 to 1: connections that could not be made, broke, or were silent for too
     * long, and statuses from 500. Rate limits and 529 (overloaded) do not count: they are what retries are for.
     */
    @WithDefault("0.5")
    double failureRatio();

    /**
     * For how long calls fail at once, with an `UnavailableException`. After that, single calls are made to see how it is.
     */
    @WithDefault("5s")
    Duration delay();

    /**
     * How many of those calls must succeed, until all are made again.
     */
    @WithDefault("1")
    int successThreshold();

    default CircuitBreakerSettings settings() {
        return new CircuitBreakerSettings(enabled(), requestVolumeThreshold(), failureRatio(), delay(), successThreshold());
    }
}
