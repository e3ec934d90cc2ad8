package io.github.quarkusclaude.auth;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.SubscriptionTier;

/**
 * What is known about a client's credential, without secrets.
 *
 * @param method how the client proves who asks; absent if there is no credential
 * @param source where the credential comes from, for people: a property, a variable, a file
 * @param expiresAt when the access token stops to work; absent if never or unknown
 * @param refreshable whether a new access token can be got without a person
 * @param needsRefresh whether the access token has expired or is about to
 * @param lastRefresh when this process got the last new access token; absent if it has got none
 * @param lastFailure why the last attempt to get one failed; absent after a success. Also why what is
 *        stored cannot be read
 * @param tier the tier of the account, see {@link TierDetection}; absent if it was not looked for
 */
public record AuthStatus(@Nullable AuthMethod method, String source, @Nullable Instant expiresAt, boolean refreshable,
        boolean needsRefresh, @Nullable Instant lastRefresh, @Nullable String lastFailure,
        @Nullable SubscriptionTier tier) {

    /** There is no credential. */
    public static AuthStatus none(String reason) {
        return new AuthStatus(null, reason, null, false, false, null, null, null);
    }

    /** A credential that never changes. */
    public static AuthStatus fixed(AuthMethod method, String source) {
        return new AuthStatus(method, source, null, false, false, null, null, null);
    }

    /** The same with the tier of the account. */
    public AuthStatus withTier(SubscriptionTier tier) {
        return new AuthStatus(method, source, expiresAt, refreshable, needsRefresh, lastRefresh, lastFailure, tier);
    }
}
