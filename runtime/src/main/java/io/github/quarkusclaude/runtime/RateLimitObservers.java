package io.github.quarkusclaude.runtime;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.limits.RateLimitWarning;

/**
 * Fires warnings about rate limits as CDI events.
 */
@Singleton
public class RateLimitObservers extends FiredEvents<RateLimitWarning> {

    RateLimitObservers(Event<RateLimitWarning> events) {
        super(events, "io.github.quarkusclaude.limits");
    }
}
