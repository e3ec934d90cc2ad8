package io.github.quarkusclaude.examples;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.ClaudeAuth;

/** Notices when a person has to act. */
@ApplicationScoped
public class CredentialWatch {

    private final Map<String, String> alerts = new ConcurrentHashMap<>();

    @Inject
    ClaudeAuth auth;

    // tag::events[]
    void loginNeeded(@Observes AuthEvent.LoginNeeded event) {
        alerts.put(event.client(), "Sign in again: " + event.reason());
    }

    void refreshed(@Observes AuthEvent.Refreshed event) {
        alerts.remove(event.client());
    }
    // end::events[]

    // tag::status[]
    public String describe(String client) {
        AuthStatus status = auth.status(client); // <1>
        return status.method() + " from " + status.source()
                + (status.needsRefresh() ? ", about to expire at " + status.expiresAt() : "");
    }
    // end::status[]

    Map<String, String> alerts() {
        return alerts;
    }
}
