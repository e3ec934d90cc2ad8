package io.github.quarkusclaude.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * A server of OAuth: lets people sign in, and gives out tokens. Its calls wait for the answer and are not for event loops.
 * <p>
 * All fail with {@link ConfigurationException} before anything is sent if there is no client id or an address is none that
 * secrets may be sent to, with {@link io.github.quarkusclaude.error.AuthenticationException} if the server refuses, and with
 * another {@link io.github.quarkusclaude.error.ClaudeException} if it failed and may work later.
 */
public final class OAuthServer {

    private final OAuthSettings settings;
    private final OAuthPosts posts;
    private final Clock clock;
    private final @Nullable Duration defaultLife;

    public OAuthServer(OAuthSettings settings, OAuthHttp http, Clock clock) {
        this(settings, new OAuthPosts(http, settings.bodyFormat(), Map.of()), clock, null);
    }

    /** @param defaultLife how long tokens work of which the server does not say it; for ever if absent */
    OAuthServer(OAuthSettings settings, OAuthPosts posts, Clock clock, @Nullable Duration defaultLife) {
        this.defaultLife = defaultLife;
        this.settings = settings;
        this.posts = posts;
        this.clock = clock;
    }

    OAuthSettings settings() {
        return settings;
    }

    /** Whether anything can be asked at all. */
    boolean hasClientId() {
        return settings.clientId() != null;
    }

    /**
     * The same server for logins whose purpose is to create an API key.
     *
     * @throws ConfigurationException if it is not known where keys are created
     */
    public OAuthServer forKeyCreation() {
        requiredCreateKeyUrl();
        return new OAuthServer(settings.forKeyCreation(), posts, clock, defaultLife);
    }

    private URI requiredCreateKeyUrl() {
        if (settings.createKeyUrl() == null) {
            throw new ConfigurationException("It is not known where API keys are created. Set"
                    + " quarkus.claude.oauth.create-key-url, or create a key in the Claude Console");
        }
        return settings.createKeyUrl();
    }

    /**
     * Looks whether anybody can log in at all.
     *
     * @throws ConfigurationException if there is no client id
     */
    public void requireClientId() {
        settings.requiredClientId();
    }

    /** Begins a login whose answer comes to an address of this machine. */
    public AuthorizationRequest authorize(URI redirectUri) {
        return AuthorizationRequest.create(settings, redirectUri, false);
    }

    /**
     * Begins a login whose code a person copies from a page.
     *
     * @throws ConfigurationException if there is no such page
     */
    public AuthorizationRequest authorizeByPasting() {
        if (settings.pasteRedirectUri() == null) {
            throw new ConfigurationException("There is no page that shows the code of a login. Set"
                    + " quarkus.claude.oauth.redirect-uri, or log in with a browser on this machine");
        }
        return AuthorizationRequest.create(settings, settings.pasteRedirectUri(), true);
    }

    /**
     * Ends a login.
     *
     * @param request with what it began
     * @param code what came back, as the request has checked it. It works once
     */
    public OAuthTokens exchange(AuthorizationRequest request, String code) {
        Map<String, String> fields = fields("authorization_code");
        fields.put("code", code);
        fields.put("state", request.state());
        fields.put("redirect_uri", request.redirectUri().toString());
        fields.put("code_verifier", request.pkce().verifier());
        return tokens(OAuthPurpose.LOGIN, fields, null);
    }

    /**
     * Gets the next access token. The refresh token of the answer must be kept before the access token is used: the old one
     * may not work any more.
     *
     * @param old with a refresh token, which stays if the server gives out no other
     */
    public OAuthTokens refresh(OAuthTokens old) {
        return refresh(old, OAuthPurpose.REFRESH);
    }

    OAuthTokens refresh(OAuthTokens old, OAuthPurpose purpose) {
        if (old.refreshToken() == null) {
            throw new IllegalArgumentException("There is no refresh token");
        }
        Map<String, String> fields = fields("refresh_token");
        fields.put("refresh_token", old.refreshToken());
        return tokens(purpose, fields, old);
    }

    private OAuthTokens tokens(OAuthPurpose purpose, Map<String, String> fields, @Nullable OAuthTokens old) {
        Instant asked = clock.instant();
        TokenAnswer answer = TokenAnswer.of(posts.post(purpose, settings.tokenUrl(), fields));
        return answer.tokens(answer.expiry(asked, defaultLife), old);
    }

    /**
     * Makes tokens invalid, if the server can.
     *
     * @return whether it was asked
     */
    public boolean revoke(OAuthTokens tokens) {
        if (settings.revokeUrl() == null) {
            return false;
        }
        if (tokens.refreshToken() != null) {
            revoke(tokens.refreshToken(), "refresh_token");
        }
        revoke(tokens.accessToken(), "access_token");
        return true;
    }

    private void revoke(String token, String kind) {
        Map<String, String> fields = identity();
        fields.put("token", token);
        fields.put("token_type_hint", kind);
        posts.post(OAuthPurpose.REVOCATION, settings.revokeUrl(), fields);
    }

    /**
     * Creates an API key for who has signed in. What is asked with it is paid for per token.
     *
     * @param tokens of a login that asked for {@link OAuthSettings#CREATE_KEY_SCOPE}
     * @throws ConfigurationException if it is not known where keys are created
     */
    public ApiKey createApiKey(OAuthTokens tokens) {
        JsonNode answer = TokenAnswer.object(posts.post(OAuthPurpose.KEY_CREATION, requiredCreateKeyUrl(), Map.of(),
                tokens.accessToken()));
        String key = answer.path("raw_key").textValue();
        if (key == null || key.isBlank()) {
            throw TokenAnswer.malformed("it has no raw_key");
        }
        return ApiKey.ofGateway(key);
    }

    private Map<String, String> fields(String grantType) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", grantType);
        fields.putAll(identity());
        return fields;
    }

    private Map<String, String> identity() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", settings.requiredClientId());
        if (settings.clientSecret() != null) {
            fields.put("client_secret", settings.clientSecret());
        }
        return fields;
    }
}
