package io.github.quarkusclaude.auth;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the credential of a client. Fired as CDI events, both to {@code @Observes} and
 * {@code @ObservesAsync}. None holds a secret.
 */
public sealed interface AuthEvent {

    /** The name of the client, {@code <default>} for the one without a name. */
    String client();

    /** Where its credential comes from, for people. */
    String source();

    /**
     * There is a new access token.
     *
     * @param expiresAt when it stops to work; never if absent
     */
    record Refreshed(String client, String source, @Nullable Instant expiresAt) implements AuthEvent {
    }

    /** A new access token could not be got; it will be tried again. */
    record RefreshFailed(String client, String source, String reason) implements AuthEvent {
    }

    /** No new access token can be got any more: somebody must sign in, or change the configuration. */
    record LoginNeeded(String client, String source, String reason) implements AuthEvent {
    }
}
