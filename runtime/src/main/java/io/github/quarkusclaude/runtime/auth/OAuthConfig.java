package io.github.quarkusclaude.runtime.auth;

import java.net.URI;
import java.util.Optional;

import io.github.quarkusclaude.auth.OAuthSettings;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * OAuth: who this application is to the server of logins, and where that is.
 */
@ConfigGroup
public interface OAuthConfig {

    /**
     * What your application is registered as. There is no default: an application must not use the identity of another.
     * <p>
     * If this is not set, the environment variable `ANTHROPIC_OAUTH_CLIENT_ID` is used.
     */
    @WithDefault("${ANTHROPIC_OAUTH_CLIENT_ID:}")
    @ConfigDocDefault("${ANTHROPIC_OAUTH_CLIENT_ID}")
    Optional<String> clientId();

    /**
     * The secret of a confidential client; `ANTHROPIC_OAUTH_CLIENT_SECRET` if this is not set. Most clients have none.
     */
    @WithDefault("${ANTHROPIC_OAUTH_CLIENT_SECRET:}")
    @ConfigDocDefault("${ANTHROPIC_OAUTH_CLIENT_SECRET}")
    Optional<String> clientSecret();

    /**
     * The page where people sign in and consent.
     */
    @WithDefault("https://claude.ai/oauth/authorize")
    URI authorizeUrl();

    /**
     * The same page for logins that are to create an API key.
     */
    @WithDefault("https://console.anthropic.com/oauth/authorize")
    URI createKeyAuthorizeUrl();

    /**
     * Where codes and refresh tokens are exchanged for access tokens.
     */
    @WithDefault("https://console.anthropic.com/v1/oauth/token")
    URI tokenUrl();

    /**
     * Where tokens are revoked at logout. If this is not set, they are only forgotten.
     */
    Optional<URI> revokeUrl();

    /**
     * Where API keys are created.
     */
    Optional<URI> createKeyUrl();

    /**
     * The page that shows the code of a login for people to copy, when no browser is on the same machine. If this is not set,
     * the environment variable `ANTHROPIC_OAUTH_REDIRECT_URI` is used.
     */
    @WithDefault("${ANTHROPIC_OAUTH_REDIRECT_URI:}")
    @ConfigDocDefault("${ANTHROPIC_OAUTH_REDIRECT_URI}, or https://console.anthropic.com/oauth/code/callback")
    Optional<URI> redirectUri();

    /**
     * What to ask for, separated by blanks.
     */
    @WithDefault("user:profile user:inference")
    String scopes();

    /**
     * How calls to the token URL are written: `json` or `form`.
     */
    @WithDefault("json")
    OAuthSettings.BodyFormat bodyFormat();

    /**
     * Tokens: an access token, or a JSON object with `accessToken`, `refreshToken` and `expiresAt` (milliseconds since 1970).
     * New ones are kept in memory only; a stored login is the better place for tokens that are refreshed.
     */
    Optional<String> token();

    /**
     * How often to look whether a token has to be refreshed although nobody calls, at least one second; `off` for never.
     * <p>
     * The job exists only if there is a credential that changes. The value of the default client holds for all.
     */
    @WithDefault("1m")
    String refreshEvery();
}
