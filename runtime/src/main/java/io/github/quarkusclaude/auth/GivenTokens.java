package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * Tokens from configuration or the environment. They are refreshed, if they can be, in memory: there is no place to store
 * new ones in.
 */
final class GivenTokens implements TokenSupplier {

    private final String source;
    private final OAuthServer server;
    private final Secrets secrets;
    private volatile OAuthTokens tokens;

    /**
     * @param given what was given, see {@link TokenText}
     * @param source where it was found, for people: a property or a variable
     */
    GivenTokens(OAuthTokens given, String source, OAuthServer server) {
        this.tokens = given;
        this.source = source;
        this.server = server;
        this.secrets = Secrets.of(server.settings().clientSecret());
        secrets.add(given);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean isRenewable() {
        return tokens.refreshToken() != null && server.hasClientId();
    }

    @Override
    public AccessToken stored() {
        return accessToken(tokens);
    }

    @Override
    public AccessToken renew(@Nullable AccessToken old) {
        OAuthTokens current = tokens;
        if (current.refreshToken() == null) {
            throw new AuthenticationException(ErrorDetails.of("The access token of " + source
                    + " cannot be refreshed: it came without a refresh token. Set another one"), null);
        }
        if (!server.hasClientId()) {
            throw new AuthenticationException(ErrorDetails.of("The access token of " + source
                    + " cannot be refreshed: " + OAuthSettings.NO_CLIENT_ID), null);
        }
        OAuthTokens renewed = server.refresh(current);
        secrets.add(renewed);
        tokens = renewed;
        return accessToken(renewed);
    }

    @Override
    public TierHints tierHints() {
        return new TierHints(null, tokens.scopes());
    }

    private static AccessToken accessToken(OAuthTokens tokens) {
        return AccessToken.oauth(tokens.accessToken(), tokens.expiresAt(), null);
    }

    @Override
    public String masked(String text) {
        return secrets.masked(text);
    }
}
