package io.github.quarkusclaude.auth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A profile of the official programs: how to get tokens. It holds no secret itself.
 *
 * @param name what it is called
 * @param file where it is described
 * @param type how its tokens are got
 * @param baseUrl where the API is; absent if the profile does not say
 * @param federation what it says about federation, completed from the environment. Its workspace counts for both types
 * @param clientId what tokens of people are refreshed with; absent if another program refreshes them
 * @param credentialsFile where its tokens are
 */
public record Profile(String name, Path file, Type type, @Nullable String baseUrl, FederationSettings federation,
        @Nullable String clientId, Path credentialsFile) {

    /** How the tokens of a profile are got. */
    public enum Type {
        /** Workload identity federation. */
        OIDC_FEDERATION,
        /** A person has signed in. */
        USER_OAUTH
    }

    private static final Map<String, String> REFRESH_HEADERS = Map.of("anthropic-beta", AccessToken.OAUTH_BETA);

    /** How long tokens of people work if the server does not say, as the official programs have it. */
    private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

    /** Where it comes from, for people. */
    public String description() {
        return "profile " + name + " (" + file + ")";
    }

    /**
     * Its tokens.
     *
     * @param baseUrl where the API is, without {@code /v1}
     */
    TokenSupplier tokens(URI baseUrl, OAuthHttp http, Clock clock) {
        TokenStore credentials = new ProfileCredentials(credentialsFile);
        if (type == Type.OIDC_FEDERATION) {
            return new CachedTokens(new FederatedTokens(federation, baseUrl, http, clock, description()), credentials, name,
                    clock);
        }
        URI tokenUrl = FederatedTokens.tokenUrl(baseUrl);
        OAuthSettings settings = new OAuthSettings(clientId, null, tokenUrl, null, tokenUrl, null, null, null, List.of(),
                OAuthSettings.BodyFormat.JSON);
        OAuthServer server = new OAuthServer(settings, OAuthPosts.json(http, REFRESH_HEADERS), clock, DEFAULT_LIFE);
        return new LoginTokens(credentials, name, server, clock, LoginKind.ofProfile(federation.workspaceId()));
    }
}
