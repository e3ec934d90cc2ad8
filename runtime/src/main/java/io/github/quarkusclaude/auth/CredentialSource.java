package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Gives a client the credential of each request. Safe for use by many threads; never blocks.
 */
public interface CredentialSource {

    /** How this client proves who asks; never changes. */
    AuthMethod method();

    /**
     * The credential to send a request with, if there is one that need not be waited for. What it takes to have the next
     * one in time is started.
     */
    @Nullable
    Credential ifReady();

    /**
     * The credential to send a request with. Waits for a new one only if the one there is has expired or is about to.
     *
     * @return fails with {@link io.github.quarkusclaude.error.AuthenticationException} if there is none, and with what went
     *         wrong if none could be got
     */
    Uni<Credential> current();

    /**
     * Another credential in place of one the API has refused with status 401: a refresh, unless somebody else has already
     * got another one.
     *
     * @return {@code null} if there is no other
     */
    Uni<Credential> insteadOf(Credential refused);

    /** A text in which the secrets of this source are masked. */
    String masked(String text);

    /** What is known about the credential now. Never blocks. */
    AuthStatus status();

    /** The same, and what is stored although no call has needed it yet. May wait for a file, but for nobody's answer. */
    default AuthStatus storedStatus() {
        return status();
    }

    /** What the credential tells about the tier of its account. May wait for a file. */
    default TierHints tierHints() {
        return TierHints.NONE;
    }
}
