package io.github.quarkusclaude.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;

/**
 * Tokens of workload identity federation: the platform's token is exchanged for one of the API, each time anew.
 */
final class FederatedTokens implements TokenSupplier {

    private static final Map<String, String> HEADERS = Map.of("anthropic-beta",
            AccessToken.OAUTH_BETA + ",oidc-federation-2026-04-01");

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final FederationSettings settings;
    private final URI tokenUrl;
    private final OAuthPosts posts;
    private final Clock clock;
    private final String source;
    private final Secrets secrets;

    /**
     * @param settings complete ones
     * @param baseUrl the API's, without {@code /v1}
     * @param source where the settings come from, for people
     */
    FederatedTokens(FederationSettings settings, URI baseUrl, OAuthHttp http, Clock clock, String source) {
        this.settings = settings;
        this.tokenUrl = tokenUrl(baseUrl);
        this.posts = OAuthPosts.json(http, HEADERS);
        this.clock = clock;
        this.source = source;
        this.secrets = Secrets.of(settings.identityToken());
    }

    /** The token endpoint of the API. */
    static URI tokenUrl(URI baseUrl) {
        return URI.create(baseUrl + "/v1/oauth/token");
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean isRenewable() {
        return true;
    }

    @Override
    public @Nullable AccessToken stored() {
        return null;
    }

    @Override
    public AccessToken renew(@Nullable AccessToken old) {
        String assertion = identityToken(old);
        secrets.add(assertion);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", GRANT);
        fields.put("assertion", assertion);
        fields.put("federation_rule_id", settings.ruleId());
        fields.put("organization_id", settings.organizationId());
        putIfThere(fields, "service_account_id", settings.serviceAccountId());
        putIfThere(fields, "workspace_id", settings.workspaceId());
        Instant asked = clock.instant();
        TokenAnswer answer = TokenAnswer.of(posts.post(OAuthPurpose.FEDERATION, tokenUrl, fields));
        secrets.add(answer.accessToken());
        // the token is bound to its workspace already
        return AccessToken.oauth(answer.accessToken(), answer.expiry(asked, null), null);
    }

    private String identityToken(@Nullable AccessToken old) {
        try {
            return IdentityToken.read(settings);
        } catch (AuthenticationException e) {
            if (old != null && old.expiresAt() != null && old.expiresAt().isAfter(clock.instant())) {
                // platforms that write in place have an empty file for a moment
                throw new ClaudeException(e.details(), e);
            }
            throw e;
        }
    }

    private static void putIfThere(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @Override
    public String masked(String text) {
        return secrets.masked(text);
    }
}
