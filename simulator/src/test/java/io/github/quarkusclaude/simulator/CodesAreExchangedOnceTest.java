package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class CodesAreExchangedOnceTest {

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator;
    private OAuthApi oauth;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(clock)
                .oauth(options -> options.clientId("first").clientId("second")).start();
        oauth = new OAuthApi(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void forTokensThatOpenTheApi() throws IOException {
        URI back = simulator.oauth().authorize(oauth.authorizeUri());
        assertThat(back.toString()).startsWith(OAuthApi.REDIRECT + "?code=").endsWith("&state=state-1");

        HttpResponse<String> response = oauth.json("/v1/oauth/token",
                oauth.exchange(OAuthApi.query(back).get("code").get(0)));
        JsonNode tokens = OAuthApi.body(response, 200);

        assertThat(tokens.path("access_token").asText()).startsWith("sk-ant-oat01-");
        assertThat(tokens.path("refresh_token").asText()).startsWith("sk-ant-ort01-");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asLong()).isEqualTo(3_600);
        assertThat(tokens.path("scope").asText()).isEqualTo("user:profile user:inference");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        oauth.api(tokens.path("access_token").asText()).answer(ask("Hello"));
    }

    @Test
    void asFormToo() throws IOException {
        HttpResponse<String> response = oauth.form("/v1/oauth/token", oauth.exchange(oauth.code(), "state", "state-1"));

        assertThat(OAuthApi.body(response, 200).path("access_token").asText()).isNotEmpty();
    }

    @Test
    void andNotTwice() throws IOException {
        String code = oauth.code();
        JsonNode tokens = oauth.tokens(oauth.exchange(code));

        oauth.refused(oauth.exchange(code), 400, "invalid_grant");

        assertThat(simulator.oauth().isValid(tokens.path("access_token").asText())).isFalse();
        assertThat(simulator.oauth().isValid(tokens.path("refresh_token").asText())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK, invalid_grant",
            "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX, invalid_request",
            "code_verifier, dBjftJeZ4CVP mB92K27uhbUJU1p1r wW1gFWFOEjXk, invalid_request",
            "code_verifier, '', invalid_request",
            "redirect_uri, http://127.0.0.1:8788/callback, invalid_grant",
            "state, another, invalid_grant",
            "client_id, second, invalid_grant",
            "code, made-up, invalid_grant",
            "grant_type, password, unsupported_grant_type",
            "grant_type, '', invalid_request",
    })
    void ifEverythingFits(String name, String value, String error) throws IOException {
        oauth.refused(oauth.exchange(oauth.code(), name, value), 400, error);
    }

    @Test
    void byAClientThatIsKnown() throws IOException {
        oauth.refused(oauth.exchange(oauth.code(), "client_id", "third"), 401, "invalid_client");
    }

    @Test
    void withinTenMinutes() throws IOException {
        String soon = oauth.code();
        String late = oauth.code();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        oauth.tokens(oauth.exchange(soon));
        clock.advance(Duration.ofMillis(1));

        assertThat(oauth.refused(oauth.exchange(late), 400, "invalid_grant")).contains("expired");
    }

    @Test
    void withTheSecretOfTheClientIfItHasOne() throws IOException {
        try (ClaudeSimulator strict = ClaudeSimulator.builder().oauth(options -> options.clientSecret("hush")).start()) {
            OAuthApi api = new OAuthApi(strict);
            String code = api.code();

            api.refused(api.exchange(code), 401, "invalid_client");
            api.refused(api.exchange(code, "client_secret", "wrong"), 401, "invalid_client");
            api.tokens(api.exchange(code, "client_secret", "hush"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{", "{\"grant_type\":7}", "{\"grant_type\":\"authorization_code\",\"code\":{}}" })
    void orTheBodyIsFoundFaultWith(String body) throws IOException {
        JsonNode error = OAuthApi.body(oauth.api().send("POST", "/v1/oauth/token", body), 400);

        assertThat(error.path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void inAFormatThatIsKnown() throws IOException {
        Api xml = oauth.api().header("content-type", "text/xml");
        assertThat(xml.send("POST", "/v1/oauth/token", "<code/>").statusCode()).isEqualTo(400);

        Api form = oauth.api().header("content-type", "application/x-www-form-urlencoded");
        assertThat(form.send("POST", "/v1/oauth/token", "grant_type=%zz").statusCode()).isEqualTo(400);
        assertThat(form.send("POST", "/v1/oauth/token", "grant_type=a&grant_type=b").body()).contains("repeated");
    }

    @Test
    void andCallsAreCounted() throws IOException {
        String code = oauth.code();
        oauth.tokens(oauth.exchange(code));
        oauth.refused(oauth.exchange(code), 400, "invalid_grant");
        simulator.fault(Fault.status(503));
        assertThat(oauth.json("/v1/oauth/token", Map.of()).statusCode()).isEqualTo(503);

        assertThat(simulator.oauth().tokenCalls("authorization_code")).isEqualTo(2);
        assertThat(simulator.oauth().tokenCalls()).extracting(call -> call.error().orElse("none"))
                .containsExactly("none", "invalid_grant");
        simulator.reset();
        assertThat(simulator.oauth().tokenCalls()).isEmpty();
    }
}
