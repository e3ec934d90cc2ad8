package io.github.quarkusclaude.runtime.telemetry;

import java.time.Instant;

import io.github.quarkusclaude.auth.AuthStatus;

/**
 * What a credential is good for, by what is known about it.
 */
enum CredentialHealth {

    /** There is one, or the first call shows whether there is one. */
    AVAILABLE(true, "available"),
    /** It has expired, which the next call sees to. */
    REFRESHED_BY_NEXT_CALL(true, "expired, the next call refreshes it"),
    /** There is none yet, and nothing but a call tries again. */
    TRIED_BY_NEXT_CALL(true, "could not be got, the next call tries again"),
    /** It has expired, and for now there is no other. A job tries again. */
    EXPIRED(false, "expired, and refreshing it failed"),
    /** Only a person can help. */
    LOGIN_NEEDED(false, "login needed");

    private final boolean usable;
    private final String text;

    CredentialHealth(boolean usable, String text) {
        this.usable = usable;
        this.text = text;
    }

    /** @param loginNeeded whether the last attempt to get another one was refused for good */
    static CredentialHealth of(AuthStatus status, boolean loginNeeded, Instant now) {
        Instant expiresAt = status.expiresAt();
        if (status.method() == null) {
            return LOGIN_NEEDED;
        }
        if (expiresAt != null && now.isBefore(expiresAt)) {
            return AVAILABLE;
        }
        boolean hasExpired = expiresAt != null;
        if (hasExpired && !status.refreshable() || status.lastFailure() != null && loginNeeded) {
            return LOGIN_NEEDED;
        }
        if (status.lastFailure() != null) {
            return hasExpired ? EXPIRED : TRIED_BY_NEXT_CALL;
        }
        return hasExpired ? REFRESHED_BY_NEXT_CALL : AVAILABLE;
    }

    /** Whether calls can be answered with it. */
    boolean isUsable() {
        return usable;
    }

    /** For people. */
    String text() {
        return text;
    }
}
