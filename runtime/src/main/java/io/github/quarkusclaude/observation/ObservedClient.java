package io.github.quarkusclaude.observation;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.limits.Budget;
import io.github.quarkusclaude.limits.LimitState;

/**
 * A configured client.
 *
 * @param name its name, {@code <default>} for the one without a name
 * @param limits what is known about its limits
 * @param budget what it may spend; absent if there is no limit
 */
public record ObservedClient(String name, LimitState limits, @Nullable Budget budget) {
}
