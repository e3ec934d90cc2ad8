package io.github.quarkusclaude.runtime;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.catalog.FallbackEvent;
import io.github.quarkusclaude.catalog.rules.OneTimeWarnings;

/**
 * Fires that another model is asked as CDI events, and warns when it happens for the first time.
 */
@Singleton
public class FallbackObservers extends FiredEvents<FallbackEvent> {

    private final OneTimeWarnings warnings = new OneTimeWarnings();

    FallbackObservers(Event<FallbackEvent> events) {
        super(events, "io.github.quarkusclaude");
    }

    @Override
    public void accept(FallbackEvent event) {
        warnings.warn(event.client() + " " + event.from() + " " + event.to() + " " + event.reason(),
                event.from() + " does not answer the Claude client " + event.client() + " (" + event.reason()
                        + (event.failure() == null ? "" : ": " + event.failure().getMessage()) + "). " + event.to()
                        + " is asked instead");
        super.accept(event);
    }
}
