package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.ProviderException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.quarkus.runtime.configuration.ConfigurationException;

class OAuthServerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final URI LOOPBACK = URI.create("http://localhost:43210/callback");
    private static final OAuthTokens OLD = new OAuthTokens("access-old-secret", "refresh-old-secret", NOW, "Bearer",
            List.of("user:inference", "max_5"));

    private final FakeOAuthServer http = new FakeOAuthServer();
    private final OAuthServer server = new OAuthServer(FakeOAuthServer.settings("app"), http, CLOCK);

    @Test
    void aCodeBecomesTokensByOneCallWithTheVerifier() {
        http.answers(200, """
                {"token_type":"Bearer","access_token":"a1","refresh_token":"r1","expires_in":3600,
                 "scope":"user:profile user:inference","account":{"uuid":"x"}}""");
        AuthorizationRequest request = server.authorize(LOOPBACK);
        assertThat(server.exchange(request, "the-code")).isEqualTo(new OAuthTokens("a1", "r1", NOW.plusSeconds(3600), "Bearer",
                List.of("user:profile", "user:inference")));
        assertThat(http.body().toString()).isEqualTo("{\"grant_type\":\"authorization_code\",\"client_id\":\"app\","
                + "\"code\":\"the-code\",\"state\":\"" + request.state() + "\",\"redirect_uri\":\"" + LOOPBACK
                + "\",\"code_verifier\":\"" + request.pkce().verifier() + "\"}");
        assertThat(http.requests.get(0).uri()).isEqualTo(FakeOAuthServer.TOKEN_URL);
        assertThat(http.requests.get(0).contentType()).isEqualTo("application/json");
        assertThat(http.headers(0)).isEmpty();
    }

    @Test
    void pastedCodesAreExchangedWithThePageTheyWereShownOn() {
        http.answers(200, "{\"access_token\":\"a1\"}");
        server.exchange(server.authorizeByPasting(), "the-code");
        assertThat(http.body().path("redirect_uri").textValue()).isEqualTo("https://login.example/code");
    }

    @Test
    void whatTheServerDoesNotSayStaysAsItWas() {
        http.answers(200, "{\"access_token\":\"a2\"}");
        assertThat(server.refresh(OLD)).isEqualTo(new OAuthTokens("a2", "refresh-old-secret", null, "Bearer", OLD.scopes()));
        assertThat(http.body().toString()).isEqualTo(
                "{\"grant_type\":\"refresh_token\",\"client_id\":\"app\",\"refresh_token\":\"refresh-old-secret\"}");
    }

    @Test
    void anotherRefreshTokenReplacesTheOld() {
        http.answers(200, "{\"access_token\":\"a2\",\"refresh_token\":\"r2\",\"expires_in\":\"60\",\"scope\":[\"a\",\"b\"]}");
        assertThat(server.refresh(OLD))
                .isEqualTo(new OAuthTokens("a2", "r2", NOW.plusSeconds(60), "Bearer", List.of("a", "b")));
    }

    @Test
    void formsAreWrittenWhereTheyAreAskedFor() {
        OAuthSettings json = FakeOAuthServer.settings("app");
        OAuthSettings form = new OAuthSettings("my app", "s&cret", json.authorizeUrl(), null, json.tokenUrl(), null, null, null,
                List.of(), OAuthSettings.BodyFormat.FORM);
        http.answers(200, "{\"access_token\":\"a2\"}");
        new OAuthServer(form, http, CLOCK).refresh(OLD);
        assertThat(http.requests.get(0).contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(FakeOAuthServer.text(http.requests.get(0))).isEqualTo(
                "grant_type=refresh_token&client_id=my+app&client_secret=s%26cret&refresh_token=refresh-old-secret");
        assertThat(form.toString()).doesNotContain("s&cret");
    }

    @Test
    void withoutAClientIdNothingIsSent() {
        OAuthServer nobody = new OAuthServer(FakeOAuthServer.settings("  "), http, CLOCK);
        AuthorizationRequest request = server.authorize(LOOPBACK);
        for (Runnable call : List.<Runnable> of(() -> nobody.authorize(LOOPBACK), nobody::authorizeByPasting,
                () -> nobody.exchange(request, "c"), () -> nobody.refresh(OLD), () -> nobody.revoke(OLD))) {
            assertThatThrownBy(call::run).isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("quarkus.claude.oauth.client-id").hasMessageContaining("ANTHROPIC_OAUTH_CLIENT_ID");
        }
        assertThat(http.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://login.example/token", "http://127.evil.example/token", "http://localhost.evil.example/t",
            "ftp://login.example/token", "https://user:pw@login.example/token", "/token", "http://128.0.0.1/" })
    void secretsGoOnlyWhereNobodyCanListen(String url) {
        assertThatThrownBy(() -> serverAt(url).refresh(OLD)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("https").hasMessageNotContaining("pw");
        assertThat(http.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://login.example/token", "http://localhost:8080/t", "http://127.0.0.1/t",
            "http://[::1]:1/t" })
    void thisMachineNeedsNoEncryption(String url) {
        http.answers(200, "{\"access_token\":\"a2\"}");
        assertThat(serverAt(url).refresh(OLD).accessToken()).isEqualTo("a2");
    }

    private OAuthServer serverAt(String tokenUrl) {
        OAuthSettings settings = FakeOAuthServer.settings("app");
        return new OAuthServer(new OAuthSettings("app", null, settings.authorizeUrl(), null, URI.create(tokenUrl), null, null,
                null, List.of(), OAuthSettings.BodyFormat.JSON), http, CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400 | {\"error\":\"invalid_grant\",\"error_description\":\"gone\"} | invalid_grant, gone. Log in again",
            "401 | {\"error\":\"invalid_client\"} | Check quarkus.claude.oauth.client-id",
            "403 | | was refused by login.example. Log in again",
            "404 | <html>secret page</html> | was refused by login.example. Check the address",
            "400 | {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"bad\"}} | invalid_request_error, bad",
            "400 | {\"error\":\"invalid_grant\",\"error_uri\":\"https://x.example/e\"} | <https://x.example/e>",
    })
    void refusalsAreFinal(int status, String body, String words) {
        http.answers(status, body == null ? "" : body);
        assertThatThrownBy(() -> server.refresh(OLD)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(words).hasMessageNotContaining("secret page")
                .satisfies(e -> assertThat(((ClaudeException) e).status()).isEqualTo(status))
                .satisfies(e -> assertThat(((ClaudeException) e).requestId()).contains("req_42"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "500 | x", "503 | {\"error\":\"invalid_grant\"}", "408 | x", "529 | x",
            "400 | {\"error\":\"temporarily_unavailable\"}", "400 | {\"error\":\"server_error\"}" })
    void failuresMayWorkLater(int status, String body) {
        http.answers(status, body);
        assertThatThrownBy(() -> server.refresh(OLD)).isInstanceOf(ServerException.class).hasMessageContaining("failed at");
    }

    @Test
    void otherFailuresAreNoRefusalsEither() {
        http.answers(429, "{}").answers(302, "").isUnreachable();
        assertThatThrownBy(() -> server.refresh(OLD)).isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> server.refresh(OLD)).isExactlyInstanceOf(ProviderException.class)
                .hasMessageContaining("Redirects");
        assertThatThrownBy(() -> server.refresh(OLD)).isInstanceOf(NetworkException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "[]", "{}", "{\"access_token\":null}", "{\"access_token\":\" \"}", "{\"access_token\":7}",
            "{\"access_token\":\"a\\nb\"}", "{\"access_token\":\"a\",\"token_type\":\"mac\"}" })
    void answersThatAreNoTokensAreRefused(String body) {
        http.answers(200, body);
        assertThatThrownBy(() -> server.refresh(OLD)).isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "9223372036854775807", "1e300", "-5", "-9223372036854775808", "0", "123456789012345678901234",
            "\"x\"", "3599.9", "[]" })
    void anyLifetimeIsUnderstood(String lifetime) {
        http.answers(200, "{\"access_token\":\"a2\",\"token_type\":\"bearer\",\"expires_in\":" + lifetime + "}");
        Instant expiry = server.refresh(OLD).expiresAt();
        assertThat(expiry == null || !expiry.isBefore(NOW)).isTrue();
    }

    @Test
    void noSecretIsShownAlthoughTheServerRepeatsIt() {
        OAuthTokens tokens = new OAuthTokens("access-token-9876543210", "refresh-token-0123456789", null, "Bearer", List.of());
        http.answers(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no refresh-token-0123456789 here\","
                + "\"refresh_token\":\"refresh-token-0123456789\"}")
                .answers(403, "{\"error\":{\"type\":\"x\",\"message\":\"Bearer access-token-9876543210\"}}");
        for (Runnable call : List.<Runnable> of(() -> server.refresh(tokens), () -> server.createApiKey(tokens))) {
            assertThatThrownBy(call::run).satisfies(e -> assertThat(e.toString() + ((ClaudeException) e).details())
                    .doesNotContain("token-0123456789").doesNotContain("token-9876543210"));
        }
        assertThat(http.requests.toString()).doesNotContain("0123456789").doesNotContain("9876543210");
    }

    @Test
    void bothTokensAreRevoked() {
        http.answers(200, "").answers(200, "{}");
        assertThat(server.revoke(OLD)).isTrue();
        assertThat(http.body(0).toString()).isEqualTo(
                "{\"client_id\":\"app\",\"token\":\"refresh-old-secret\",\"token_type_hint\":\"refresh_token\"}");
        assertThat(http.body(1).path("token").textValue()).isEqualTo("access-old-secret");
        assertThat(serverAt("https://login.example/token").revoke(OLD)).isFalse();
    }

    @Test
    void aKeyIsCreatedForWhoHasSignedIn() {
        http.answers(200, "{\"raw_key\":\"sk-ant-api03-0123456789abcdef\"}").answers(200, "{\"id\":\"x\"}");
        assertThat(server.createApiKey(OLD).value()).isEqualTo("sk-ant-api03-0123456789abcdef");
        assertThat(http.headers(0)).containsOnly(Map.entry("authorization", "Bearer access-old-secret"),
                Map.entry("anthropic-beta", "oauth-2025-04-20"));
        assertThat(http.requests.get(0).uri()).isEqualTo(URI.create("https://login.example/keys"));
        assertThatThrownBy(() -> server.createApiKey(OLD)).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> serverAt("https://login.example/token").createApiKey(OLD))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("create-key-url");
        assertThat(FakeOAuthServer.settings("app").forKeyCreation().scopes()).containsExactly("org:create_api_key",
                "user:profile", "user:inference");
    }
}
