package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Says how the authorization server of a simulator behaves. Every method returns these options. */
public final class OAuthOptions {

    /** The client that is known unless others are named. */
    public static final String DEFAULT_CLIENT_ID = "simulator-client";

    private static final List<String> DEFAULT_SCOPES = List.of("user:profile", "user:inference", "org:create_api_key");

    final Set<String> clientIds = new LinkedHashSet<>();
    final Set<URI> redirectUris = new LinkedHashSet<>();
    final Set<String> scopes = new LinkedHashSet<>();
    @Nullable
    String clientSecret;
    Duration accessTokenLifetime = Duration.ofHours(1);
    String subscriptionTier = "max";
    boolean rotating = true;
    boolean refreshTokens = true;
    boolean expiryTold = true;
    boolean betaRequired = true;

    OAuthOptions() {
    }

    /** A client that is known; can be called again. Without any, {@value #DEFAULT_CLIENT_ID} is. */
    public OAuthOptions clientId(String id) {
        clientIds.add(Objects.requireNonNull(id, "id"));
        return this;
    }

    /** The secret clients have to send as {@code client_secret} to the token endpoint; none by default. */
    public OAuthOptions clientSecret(String secret) {
        this.clientSecret = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * A place people may be sent back to; can be called again. All ports of the loopback addresses, and the simulator's own
     * page that shows the code, are allowed anyway.
     */
    public OAuthOptions redirectUri(URI uri) {
        redirectUris.add(Objects.requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * The scopes people can grant, instead of {@code user:profile}, {@code user:inference} and
     * {@code org:create_api_key}.
     */
    public OAuthOptions scopes(String... scopes) {
        this.scopes.clear();
        this.scopes.addAll(List.of(scopes));
        return this;
    }

    /** How long an access token is valid, in whole seconds; 1 hour by default. */
    public OAuthOptions accessTokenLifetime(Duration lifetime) {
        if (lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("A lifetime must be a second or longer");
        }
        this.accessTokenLifetime = lifetime;
        return this;
    }

    /**
     * Whether a refresh also replaces the refresh token; true by default. The one that was used stays valid until the new
     * access or refresh token has been used, because the answer may have been lost. If false, refreshes are answered without
     * {@code refresh_token}, and the old one stays valid.
     */
    public OAuthOptions rotating(boolean rotating) {
        this.rotating = rotating;
        return this;
    }

    /** Whether a sign-in yields a refresh token; true by default. */
    public OAuthOptions refreshTokens(boolean refreshTokens) {
        this.refreshTokens = refreshTokens;
        return this;
    }

    /** Whether answers tell {@code expires_in}; true by default. If not, tokens expire nevertheless. */
    public OAuthOptions expiryTold(boolean told) {
        this.expiryTold = told;
        return this;
    }

    /** Whether access tokens are only accepted with the {@code anthropic-beta} value for OAuth; true by default. */
    public OAuthOptions betaRequired(boolean required) {
        this.betaRequired = required;
        return this;
    }

    /** The plan of the account, as its profile tells it; {@code max} by default. */
    public OAuthOptions subscriptionTier(String tier) {
        this.subscriptionTier = Objects.requireNonNull(tier, "tier");
        return this;
    }

    Set<String> knownClientIds() {
        return clientIds.isEmpty() ? Set.of(DEFAULT_CLIENT_ID) : clientIds;
    }

    Set<String> knownScopes() {
        return scopes.isEmpty() ? new LinkedHashSet<>(DEFAULT_SCOPES) : scopes;
    }
}
