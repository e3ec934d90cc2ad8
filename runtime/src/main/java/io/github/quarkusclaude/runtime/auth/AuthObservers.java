package io.github.quarkusclaude.runtime.auth;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.auth.AuthEvent;

/**
 * Fires what happens to credentials as CDI events. A refresh does not depend on those who watch it.
 */
@Singleton
public class AuthObservers implements Consumer<AuthEvent> {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.auth");

    private final Event<AuthEvent> events;

    AuthObservers(Event<AuthEvent> events) {
        this.events = events;
    }

    @Override
    public void accept(AuthEvent event) {
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

    private static void failed(AuthEvent event, Throwable failure) {
        LOG.warnf(failure, "An observer of %s failed", event.getClass().getSimpleName());
    }
}
