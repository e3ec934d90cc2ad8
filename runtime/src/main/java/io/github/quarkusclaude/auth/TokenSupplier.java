package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

/**
 * Where access tokens come from: one class for each kind. May block; called on a worker thread, one call at a time.
 */
interface TokenSupplier {

    /** Where they come from, for people. */
    String source();

    /** Whether {@link #renew} can work at all. */
    boolean isRenewable();

    /**
     * The token there is, without asking anybody over the network.
     *
     * @return {@code null} if one has to be got first
     * @throws io.github.quarkusclaude.error.AuthenticationException if there is none and none can be got
     */
    @Nullable
    AccessToken stored();

    /**
     * Gets a new token. Where several processes share what this comes from, the one that another process has got in the
     * meantime is as good, unless it is about to expire.
     *
     * @param old the token in use; absent if there has been none
     * @throws io.github.quarkusclaude.error.AuthenticationException if it is refused, so that a person or another configuration
     *         is
     *         needed
     * @throws io.github.quarkusclaude.error.ClaudeException if it failed and may work later
     */
    AccessToken renew(@Nullable AccessToken old);

    /** A text in which all secrets this knows are masked. */
    String masked(String text);
}
