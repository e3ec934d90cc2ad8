package io.github.quarkusclaude.runtime;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.limits.RateLimitWarning;

/**
 * Fires warnings about rate limits as CDI events. A call does not depend on those who watch it.
 */
@Singleton
public class RateLimitObservers implements Consumer<RateLimitWarning> {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.limits");

    private final Event<RateLimitWarning> events;

    RateLimitObservers(Event<RateLimitWarning> events) {
        this.events = events;
    }

    @Override
    public void accept(RateLimitWarning warning) {
        events.fireAsync(warning).whenComplete((ignored, failure) -> {
            if (failure != null) {
                failed(failure);
            }
        });
        try {
            events.fire(warning);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static void failed(Throwable failure) {
        LOG.warn("An observer of RateLimitWarning failed", failure);
    }
}
