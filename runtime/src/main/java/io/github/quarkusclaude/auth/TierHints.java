package io.github.quarkusclaude.auth;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a credential tells about the tier of its account.
 *
 * @param stored what a login has found out, for instance {@code max_5}; absent if unknown
 * @param scopes what its token allows; for subscriptions they may name the tier
 */
public record TierHints(@Nullable String stored, List<String> scopes) {

    /** Nothing is known. */
    public static final TierHints NONE = new TierHints(null, List.of());

    public TierHints {
        scopes = List.copyOf(scopes);
    }

    /** What a stored login tells. */
    public static TierHints of(StoredCredentials login) {
        OAuthTokens tokens = login.tokens();
        return new TierHints(login.subscriptionTier(), tokens == null ? List.of() : tokens.scopes());
    }
}
