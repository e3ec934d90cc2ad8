package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an OAuth server gives out. {@link #toString()} masks the tokens.
 *
 * @param accessToken the token requests are sent with
 * @param refreshToken gets the next access token; absent if a new login is needed then
 * @param expiresAt when the access token stops to work; never if absent
 * @param tokenType the type of the access token, {@code Bearer} by default
 * @param scopes what the token allows, and for subscriptions its tier; empty if unknown
 */
public record OAuthTokens(String accessToken, @Nullable String refreshToken, @Nullable Instant expiresAt, String tokenType,
        List<String> scopes) {

    /** The only type of token the API knows. */
    public static final String BEARER = "Bearer";

    public OAuthTokens {
        if (accessToken.isBlank()) {
            throw new IllegalArgumentException("An access token cannot be empty");
        }
        scopes = List.copyOf(scopes);
    }

    /** A token of which nothing else is known. */
    public static OAuthTokens of(String accessToken) {
        return new OAuthTokens(accessToken, null, null, BEARER, List.of());
    }

    @Override
    public String toString() {
        return "OAuthTokens[accessToken=" + ApiKey.mask(accessToken) + ", refreshToken="
                + (refreshToken == null ? "none" : ApiKey.mask(refreshToken)) + ", expiresAt=" + expiresAt + ", scopes="
                + scopes + "]";
    }
}
