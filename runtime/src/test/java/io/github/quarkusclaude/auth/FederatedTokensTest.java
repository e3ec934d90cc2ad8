package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.limits.SteppedClock;

class FederatedTokensTest {

    private static final URI API = URI.create("https://api.anthropic.com");

    private final SteppedClock clock = new SteppedClock();
    private final FakeOAuthServer http = new FakeOAuthServer();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path directory;

    @BeforeEach
    void setUp() {
        environment.put("ANTHROPIC_FEDERATION_RULE_ID", "fdrl_1");
        environment.put("ANTHROPIC_ORGANIZATION_ID", "1b4e28ba-2fa1-11d2-883f-0016d3cca427");
        environment.put("ANTHROPIC_IDENTITY_TOKEN", "header.literal-claims.signature");
    }

    private FederatedTokens tokens() {
        return new FederatedTokens(FederationSettings.of(environment), API, http, clock, "the environment");
    }

    @Test
    void theIdentityTokenIsExchangedWithTwoBetasAndNoOtherCredential() {
        http.answers(200, "{\"access_token\":\"sk-ant-oat01-1\",\"token_type\":\"Bearer\",\"expires_in\":600,\"scope\":\"x\"}");
        FederatedTokens tokens = tokens();
        assertThat(tokens.stored()).isNull();
        assertThat(tokens.isRenewable()).isTrue();
        AccessToken token = tokens.renew(null);
        assertThat(token).isEqualTo(AccessToken.oauth("sk-ant-oat01-1", SteppedClock.START.plusSeconds(600), null));
        assertThat(token.betas()).containsExactly("oauth-2025-04-20");
        assertThat(http.requests.get(0).uri()).isEqualTo(URI.create("https://api.anthropic.com/v1/oauth/token"));
        assertThat(http.headers(0)).containsExactlyInAnyOrderEntriesOf(
                Map.of("anthropic-beta", "oauth-2025-04-20,oidc-federation-2026-04-01"));
        assertThat(http.body().toString()).isEqualTo("{\"grant_type\":\"urn:ietf:params:oauth:grant-type:jwt-bearer\","
                + "\"assertion\":\"header.literal-claims.signature\",\"federation_rule_id\":\"fdrl_1\","
                + "\"organization_id\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\"}");
    }

    @Test
    void serviceAccountAndWorkspaceAreSentIfTheyAreSet() {
        environment.put("ANTHROPIC_SERVICE_ACCOUNT_ID", "svac_1");
        environment.put("ANTHROPIC_WORKSPACE_ID", "wrkspc_1");
        http.answers(200, "{\"access_token\":\"a\"}").answers(200, "{\"access_token\":\"a\"}");
        AccessToken token = tokens().renew(null);
        assertThat(http.body(0).path("service_account_id").textValue()).isEqualTo("svac_1");
        assertThat(http.body(0).path("workspace_id").textValue()).isEqualTo("wrkspc_1");
        assertThat(token.workspaceId()).isNull();
        assertThat(token.expiresAt()).isNull();
        environment.put("ANTHROPIC_WORKSPACE_ID", " ");
        tokens().renew(null);
        assertThat(http.body(1).has("workspace_id")).isFalse();
    }

    @Test
    void theFileWinsAndIsReadAgainForEachExchange() throws IOException {
        Path file = directory.resolve("token");
        environment.put("ANTHROPIC_IDENTITY_TOKEN_FILE", file.toString());
        http.answers(200, "{\"access_token\":\"a1\"}").answers(200, "{\"access_token\":\"a2\"}");
        FederatedTokens tokens = tokens();
        Files.writeString(file, "\n first.jwt \r\n");
        AccessToken first = tokens.renew(null);
        Files.writeString(file, "second.jwt");
        assertThat(tokens.renew(first).value()).isEqualTo("a2");
        assertThat(http.body(0).path("assertion").textValue()).isEqualTo("first.jwt");
        assertThat(http.body(1).path("assertion").textValue()).isEqualTo("second.jwt");
        assertThat(tokens.masked("first.jwt second.jwt")).doesNotContain("t.jw", "d.jw");
    }

    @Test
    void whatIsNoIdentityTokenIsSaid() throws IOException {
        Path file = directory.resolve("token");
        environment.put("ANTHROPIC_IDENTITY_TOKEN_FILE", file.toString());
        FederatedTokens tokens = tokens();
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("does not exist");
        Files.writeString(file, " \n");
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(file + " is empty");
        Files.writeString(file, "x".repeat(16 * 1024 + 1));
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("16384");
        assertThat(http.requests).isEmpty();
        Files.writeString(file, "x".repeat(16 * 1024));
        http.answers(200, "{\"access_token\":\"a\"}");
        assertThat(tokens.renew(null).value()).isEqualTo("a");
    }

    @Test
    void aFileThatIsEmptyForAMomentDoesNotEndATokenThatStillWorks() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "");
        environment.put("ANTHROPIC_IDENTITY_TOKEN_FILE", file.toString());
        AccessToken old = AccessToken.oauth("a", SteppedClock.START.plusSeconds(60), null);
        assertThatThrownBy(() -> tokens().renew(old)).isExactlyInstanceOf(ClaudeException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aRefusalSaysWhatToLookAt() {
        http.answers(401, "{\"error\":\"invalid_grant\",\"error_description\":\"header.literal-claims.signature is bad\"}")
                .answers(400, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"malformed id\"}}").answers(503, "");
        FederatedTokens tokens = tokens();
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("federation rule").hasMessageContaining("workspace")
                .hasMessageNotContaining("literal-claims");
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("malformed id").hasMessageContaining("fdrl_");
        assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(ServerException.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(FederationSettings.of(environment).isComplete()).isTrue();
        assertThat(FederationSettings.of(Map.of("ANTHROPIC_FEDERATION_RULE_ID", " ")).missing()).containsExactly(
                "ANTHROPIC_FEDERATION_RULE_ID", "ANTHROPIC_ORGANIZATION_ID", "ANTHROPIC_IDENTITY_TOKEN_FILE");
        assertThat(FederationSettings.of(environment).toString()).doesNotContain("literal-claims");
    }
}
