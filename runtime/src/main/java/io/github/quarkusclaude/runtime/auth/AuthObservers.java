package io.github.quarkusclaude.runtime.auth;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.runtime.FiredEvents;

/**
 * Fires what happens to credentials as CDI events.
 */
@Singleton
public class AuthObservers extends FiredEvents<AuthEvent> {

    AuthObservers(Event<AuthEvent> events) {
        super(events, "io.github.quarkusclaude.auth");
    }
}
