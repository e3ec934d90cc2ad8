package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.github.quarkusclaude.auth.AuthEvent;

/** What the application is told about its credentials. */
@Singleton
public class AuthEvents {

    private final BlockingQueue<AuthEvent> events = new LinkedBlockingQueue<>();

    void observe(@Observes AuthEvent event) {
        events.add(event);
    }

    /** The next event, which may still have to happen. */
    AuthEvent next() {
        try {
            AuthEvent event = events.poll(30, TimeUnit.SECONDS);
            assertThat(event).as("an event").isNotNull();
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <T extends AuthEvent> T next(Class<T> type) {
        AuthEvent event = next();
        assertThat(event).isInstanceOf(type);
        return type.cast(event);
    }

    void clear() {
        events.clear();
    }
}
