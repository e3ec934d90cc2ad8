package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlyValidAccessTokensOpenTheApiTest {

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator;
    private OAuthApi oauth;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(clock).start();
        oauth = new OAuthApi(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void untilTheyExpire() throws IOException {
        String token = simulator.oauth().issue().accessToken();
        clock.advance(Duration.ofHours(1).minusMillis(1));
        oauth.api(token).answer(ask("Hello"));
        assertThat(simulator.oauth().isValid(token)).isTrue();
        clock.advance(Duration.ofMillis(1));

        assertRefused(oauth.api(token), "expired");
        assertThat(simulator.oauth().isValid(token)).isFalse();
    }

    @Test
    void untilATestLetsThemExpire() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        simulator.oauth().expire(tokens.accessToken());

        assertRefused(oauth.api(tokens.accessToken()), "expired");
        assertThat(simulator.oauth().isValid(tokens.refreshToken().orElseThrow())).isTrue();
        simulator.oauth().expire(tokens.refreshToken().orElseThrow());
        oauth.refused(oauth.refresh(tokens.refreshToken().orElseThrow()), 400, "invalid_grant");
    }

    @Test
    void untilTheyAreRevoked() throws IOException {
        String token = simulator.oauth().issue().accessToken();
        oauth.api(token).answer(ask("Hello"));
        simulator.oauth().revoke(token);

        assertRefused(oauth.api(token), "invalid bearer token");
    }

    @Test
    void untilEverythingIsForgotten() throws IOException {
        String token = simulator.oauth().issue().accessToken();
        simulator.reset();

        assertRefused(oauth.api(token), "invalid bearer token");
    }

    @Test
    void withTheBetaValue() throws IOException {
        String token = simulator.oauth().issue().accessToken();

        assertRefused(oauth.api(token).header("anthropic-beta", null), "oauth-2025-04-20");
        assertRefused(oauth.api(token).header("anthropic-beta", "files-api-2025-04-14"), "oauth-2025-04-20");
        oauth.api(token).header("anthropic-beta", "a, oauth-2025-04-20,b").answer(ask("Hello"));
        try (ClaudeSimulator lenient = ClaudeSimulator.builder().oauth(options -> options.betaRequired(false)).start()) {
            new OAuthApi(lenient).api(lenient.oauth().issue().accessToken()).header("anthropic-beta", null)
                    .answer(ask("Hello"));
        }
    }

    @Test
    void asBearerTokensAlone() throws IOException {
        String token = simulator.oauth().issue().accessToken();

        assertRefused(oauth.api().header("x-api-key", token), "invalid x-api-key");
        assertRefused(oauth.api(token).header("x-api-key", simulator.apiKey()), "different credentials");
        assertRefused(oauth.api(token).header("x-api-key", token), "invalid x-api-key");
    }

    @Test
    void ofTheSameSimulator() throws IOException {
        try (ClaudeSimulator twin = ClaudeSimulator.builder().clock(clock).start()) {
            assertRefused(oauth.api(twin.oauth().issue().accessToken()), "invalid bearer token");
            oauth.refused(oauth.refresh(twin.oauth().issue().refreshToken().orElseThrow()), 400, "invalid_grant");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "user:inference, /v1/models, 200",
            "user:inference, /v1/files, 200",
            "workspace:developer, /v1/files, 200",
            "workspace:inference, /v1/models, 200",
            "workspace:inference, /v1/messages/batches, 200",
            "workspace:inference, /v1/files, 403",
            "user:profile, /v1/models, 403",
    })
    void forWhatTheirScopesSay(String scope, String path, int status) throws IOException {
        HttpResponse<String> response = oauth.api(simulator.oauth().issue(scope).accessToken()).get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(response.body()).contains("permission_error");
        }
    }

    @Test
    void inTheWorkspaceTheRequestNames() throws IOException {
        HttpResponse<String> response = oauth.api(simulator.oauth().issue().accessToken())
                .header("anthropic-workspace-id", "wrkspc_01abc").get("/v1/models");

        assertThat(response.headers().firstValue("anthropic-workspace-id")).contains("wrkspc_01abc");
        assertThat(simulator.requests().get(0).header("anthropic-workspace-id")).contains("wrkspc_01abc");
    }

    @Test
    void andARefreshDoesNotResetTheLimits() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        oauth.api(tokens.accessToken()).answer(ask("Hello"));
        String next = oauth.tokens(oauth.refresh(tokens.refreshToken().orElseThrow())).path("access_token").asText();
        HttpResponse<String> response = oauth.api(next).messages(ask("Hello"));

        assertThat(response.headers().firstValue("anthropic-ratelimit-requests-remaining")).contains("9998");
    }

    @Test
    void andTheirDescriptionDoesNotShowThem() {
        IssuedTokens tokens = simulator.oauth().issue();

        assertThat(tokens.toString()).doesNotContain(tokens.accessToken()).doesNotContain("sk-ant");
        assertThat(simulator.oauth().toString()).doesNotContain("sk-ant");
    }

    private static void assertRefused(Api api, String message) throws IOException {
        assertThat(api.error(api.messages(ask("Hello")), 401).path("message").asText()).contains(message);
    }
}
