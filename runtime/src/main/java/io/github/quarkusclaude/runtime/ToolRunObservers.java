package io.github.quarkusclaude.runtime;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.tool.ToolRunEvent;

/**
 * Fires what happens in tool runs as CDI events.
 */
@Singleton
public class ToolRunObservers extends FiredEvents<ToolRunEvent> {

    ToolRunObservers(Event<ToolRunEvent> events) {
        super(events, "io.github.quarkusclaude.tool");
    }
}
