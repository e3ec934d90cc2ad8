package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

/**
 * Where credentials that change come from: one class for each kind. May block; called on worker threads, one call at a
 * time.
 */
public interface CredentialSupplier<C extends Credential> {

    /** Where they come from, for people. */
    String source();

    /** Whether {@link #renew} can work at all. */
    boolean isRenewable();

    /**
     * The credential there is, without asking for a new one.
     *
     * @return {@code null} if one has to be asked for first
     * @throws io.github.quarkusclaude.error.AuthenticationException if there is none and none can be got
     */
    @Nullable
    C stored();

    /**
     * Gets a new credential. Where several processes share what this comes from, the one that another process has got in
     * the meantime is as good, unless it is about to expire.
     *
     * @param old the credential in use; absent if there has been none
     * @return the old one if there is no other yet
     * @throws io.github.quarkusclaude.error.AuthenticationException if it is refused, so that a person or another
     *         configuration is needed
     * @throws io.github.quarkusclaude.error.ClaudeException if it failed and may work later
     */
    C renew(@Nullable C old);

    /** What is known here about the tier of the account. Asks nobody over the network. */
    default TierHints tierHints() {
        return TierHints.NONE;
    }

    /** A text in which all secrets this knows are masked. */
    String masked(String text);
}
