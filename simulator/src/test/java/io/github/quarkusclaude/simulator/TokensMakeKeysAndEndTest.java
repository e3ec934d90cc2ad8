package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.OAuthApi.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class TokensMakeKeysAndEndTest {

    private static final String CREATE = "/api/oauth/claude_cli/create_api_key";
    private static final String REVOKE = "/v1/oauth/revoke";

    private ClaudeSimulator simulator;
    private OAuthApi oauth;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().apiKey("only-this")
                .oauth(options -> options.clientId("first").clientId("second").subscriptionTier("max_20")).start();
        oauth = new OAuthApi(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aKeyIsAcceptedOnceItIsMade() throws IOException {
        String token = simulator.oauth().issue("org:create_api_key").accessToken();
        JsonNode answer = OAuthApi.body(oauth.api(token).header("anthropic-beta", null).send("POST", CREATE, ""), 200);

        String key = answer.path("raw_key").asText();
        assertThat(key).startsWith("sk-ant-api03-");
        new Api(simulator).header("x-api-key", key).answer(ask("Hello"));
        simulator.reset();
        assertThat(new Api(simulator).header("x-api-key", key).get("/v1/models").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyNeedsTheScope() throws IOException {
        String token = simulator.oauth().issue("user:inference").accessToken();

        assertThat(oauth.api(token).send("POST", CREATE, "").statusCode()).isEqualTo(403);
        assertThat(oauth.api("sk-ant-oat01-made-up").send("POST", CREATE, "").statusCode()).isEqualTo(401);
        assertThat(new Api(simulator).send("POST", CREATE, "").statusCode()).isEqualTo(401);
    }

    @Test
    void theProfileTellsWhoseATokenIs() throws IOException {
        JsonNode profile = OAuthApi.body(oauth.api(simulator.oauth().issue().accessToken()).get("/api/oauth/profile"), 200);

        assertThat(profile.at("/account/email").asText()).isEqualTo("person@example.com");
        assertThat(profile.at("/account/subscription_tier").asText()).isEqualTo("max_20");
        assertThat(profile.at("/organization/uuid").asText()).isEqualTo(simulator.federationRule().organizationId());
        assertThat(oauth.api(simulator.oauth().issue("user:inference").accessToken()).get("/api/oauth/profile")
                .statusCode()).isEqualTo(403);
    }

    @Test
    void anAccessTokenEndsAlone() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        OAuthApi.body(oauth.form(REVOKE, parameters("token", tokens.accessToken(), "client_id", "first")), 200);

        assertThat(simulator.oauth().isValid(tokens.accessToken())).isFalse();
        assertThat(simulator.oauth().isValid(tokens.refreshToken().orElseThrow())).isTrue();
    }

    @Test
    void aRefreshTokenEndsTogetherWithTheWholeSignIn() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        IssuedTokens other = simulator.oauth().issue();
        JsonNode next = oauth.tokens(oauth.refresh(tokens.refreshToken().orElseThrow()));
        OAuthApi.body(oauth.json(REVOKE, parameters("token", next.path("refresh_token").asText(), "token_type_hint",
                "refresh_token")), 200);

        assertThat(simulator.oauth().isValid(tokens.accessToken())).isFalse();
        assertThat(simulator.oauth().isValid(tokens.refreshToken().orElseThrow())).isFalse();
        assertThat(simulator.oauth().isValid(next.path("access_token").asText())).isFalse();
        assertThat(simulator.oauth().isValid(other.accessToken())).isTrue();
    }

    @Test
    void anUnknownTokenEndsToo() throws IOException {
        OAuthApi.body(oauth.form(REVOKE, parameters("token", "made-up")), 200);
    }

    @Test
    void aTokenIsNotEndedByStrangers() throws IOException {
        String token = simulator.oauth().issue().accessToken();

        assertThat(OAuthApi.body(oauth.form(REVOKE, parameters("token", token, "client_id", "second")), 400)
                .path("error").asText()).isEqualTo("invalid_grant");
        assertThat(OAuthApi.body(oauth.form(REVOKE, parameters("token", token, "client_id", "third")), 401)
                .path("error").asText()).isEqualTo("invalid_client");
        assertThat(OAuthApi.body(oauth.form(REVOKE, parameters("client_id", "first")), 400)
                .path("error").asText()).isEqualTo("invalid_request");
        assertThat(simulator.oauth().isValid(token)).isTrue();
    }

    @Test
    void faultsStrikeHereToo() throws IOException {
        simulator.fault(Fault.status(529, Duration.ofSeconds(3)));

        assertThat(oauth.form(REVOKE, parameters("token", "made-up")).statusCode()).isEqualTo(529);
        assertThat(oauth.api().header(Fault.HEADER, "html-502").get("/oauth/authorize").statusCode()).isEqualTo(502);
    }
}
