package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class RefreshTokensRotateTest {

    private ClaudeSimulator simulator;
    private OAuthApi oauth;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder()
                .oauth(options -> options.clientId("first").clientId("second").accessTokenLifetime(Duration.ofMinutes(5)))
                .start();
        oauth = new OAuthApi(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void intoNewOnes() throws IOException {
        IssuedTokens first = simulator.oauth().issue();
        JsonNode second = oauth.tokens(oauth.refresh(refreshToken(first)));

        assertThat(second.path("access_token").asText()).startsWith("sk-ant-oat01-").isNotEqualTo(first.accessToken());
        assertThat(second.path("refresh_token").asText()).startsWith("sk-ant-ort01-").isNotEqualTo(refreshToken(first));
        assertThat(second.path("expires_in").asLong()).isEqualTo(300);
        assertThat(simulator.oauth().isValid(first.accessToken())).isTrue();
        assertThat(simulator.oauth().tokenCalls("refresh_token")).isEqualTo(1);
    }

    @Test
    void asFormToo() throws IOException {
        OAuthApi.body(oauth.form("/v1/oauth/token", oauth.refresh(refreshToken(simulator.oauth().issue()))), 200);
    }

    @Test
    void andStayValidWhileTheAnswerMayBeLost() throws IOException {
        String first = refreshToken(simulator.oauth().issue());
        oauth.tokens(oauth.refresh(first));
        oauth.tokens(oauth.refresh(first));

        assertThat(simulator.oauth().isValid(first)).isTrue();
    }

    @Test
    void untilTheNewAccessTokenIsUsed() throws IOException {
        String first = refreshToken(simulator.oauth().issue());
        JsonNode second = oauth.tokens(oauth.refresh(first));
        assertThat(oauth.api(second.path("access_token").asText()).get("/v1/models").statusCode()).isEqualTo(200);

        oauth.refused(oauth.refresh(first), 400, "invalid_grant");
        oauth.tokens(oauth.refresh(second.path("refresh_token").asText()));
    }

    @Test
    void untilTheNewRefreshTokenIsUsed() throws IOException {
        String first = refreshToken(simulator.oauth().issue());
        String second = oauth.tokens(oauth.refresh(first)).path("refresh_token").asText();
        oauth.tokens(oauth.refresh(second));

        oauth.refused(oauth.refresh(first), 400, "invalid_grant");
        assertThat(simulator.oauth().isValid(second)).isTrue();
    }

    @Test
    void onlyForTheirOwnClient() throws IOException {
        String token = refreshToken(simulator.oauth().issue());

        oauth.refused(oauth.refresh(token, "client_id", "second"), 400, "invalid_grant");
        oauth.refused(oauth.refresh(token, "client_id", "third"), 401, "invalid_client");
        oauth.refused(oauth.refresh(token, "client_id", ""), 400, "invalid_request");
        oauth.refused(oauth.refresh(""), 400, "invalid_request");
    }

    @Test
    void withFewerScopesButNotMore() throws IOException {
        String token = refreshToken(simulator.oauth().issue("user:inference", "user:profile"));

        assertThat(oauth.tokens(oauth.refresh(token, "scope", "user:profile")).path("scope").asText())
                .isEqualTo("user:profile");
        oauth.refused(oauth.refresh(token, "scope", "user:profile org:create_api_key"), 400, "invalid_scope");
        assertThat(oauth.tokens(oauth.refresh(token)).path("scope").asText()).isEqualTo("user:inference user:profile");
    }

    @Test
    void unlessThatIsSwitchedOff() throws IOException {
        try (ClaudeSimulator fixed = ClaudeSimulator.builder().oauth(options -> options.rotating(false)).start()) {
            OAuthApi api = new OAuthApi(fixed);
            String token = refreshToken(fixed.oauth().issue());
            JsonNode next = api.tokens(api.refresh(token));

            assertThat(next.has("refresh_token")).isFalse();
            assertThat(api.api(next.path("access_token").asText()).get("/v1/models").statusCode()).isEqualTo(200);
            api.tokens(api.refresh(token));
        }
    }

    @Test
    void unlessThereAreNone() throws IOException {
        try (ClaudeSimulator scant = ClaudeSimulator.builder()
                .oauth(options -> options.refreshTokens(false).expiryTold(false)).start()) {
            OAuthApi api = new OAuthApi(scant);
            JsonNode tokens = api.tokens(api.exchange(api.code()));

            assertThat(tokens.has("refresh_token")).isFalse();
            assertThat(tokens.has("expires_in")).isFalse();
            assertThat(scant.oauth().issue().refreshToken()).isEmpty();
        }
    }

    private static String refreshToken(IssuedTokens tokens) {
        return tokens.refreshToken().orElseThrow();
    }
}
