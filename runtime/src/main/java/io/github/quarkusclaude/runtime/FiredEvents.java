package io.github.quarkusclaude.runtime;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;

import org.jboss.logging.Logger;

/**
 * Fires what happens as CDI events, to observers of both kinds. What happens does not depend on those who watch it: an
 * observer that fails is logged.
 */
public abstract class FiredEvents<T> implements Consumer<T> {

    private final Event<T> events;
    private final Logger log;

    /** @param category the category of the log */
    protected FiredEvents(Event<T> events, String category) {
        this.events = events;
        this.log = Logger.getLogger(category);
    }

    @Override
    public void accept(T event) {
        events.fireAsync(event).whenComplete((ignored, failure) -> {
            if (failure != null) {
                failed(event, failure);
            }
        });
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            failed(event, e);
        }
    }

    private void failed(T event, Throwable failure) {
        log.warnf(failure, "An observer of %s failed", event.getClass().getSimpleName());
    }
}
