package io.github.quarkusclaude.runtime.catalog;

import java.util.List;
import java.util.Optional;

import io.github.quarkusclaude.catalog.Effort;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/**
 * Which effort levels a model accepts.
 */
@ConfigGroup
public interface EffortConfig {

    /**
     * Whether the model accepts an effort at all. Only needed to say no: naming `levels` says yes.
     */
    Optional<Boolean> supported();

    /**
     * The levels the model accepts, out of `low`, `medium`, `high`, `xhigh` and `max`.
     */
    Optional<List<Effort>> levels();

    /**
     * The level of a request that has none.
     */
    @WithName("default")
    Optional<Effort> defaultLevel();
}
