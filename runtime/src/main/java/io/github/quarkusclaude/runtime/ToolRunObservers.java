package io.github.quarkusclaude.runtime;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.tool.ToolRunEvent;

/**
 * Fires what happens in tool runs as CDI events. A run does not depend on those who watch it.
 */
@Singleton
public class ToolRunObservers implements Consumer<ToolRunEvent> {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.tool");

    private final Event<ToolRunEvent> events;

    ToolRunObservers(Event<ToolRunEvent> events) {
        this.events = events;
    }

    @Override
    public void accept(ToolRunEvent event) {
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

    private static void failed(ToolRunEvent event, Throwable failure) {
        LOG.warnf(failure, "An observer of %s failed", event.getClass().getSimpleName());
    }
}
