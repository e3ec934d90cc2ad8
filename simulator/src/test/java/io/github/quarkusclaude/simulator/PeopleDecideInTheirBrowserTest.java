package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.OAuthApi.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleDecideInTheirBrowserTest {

    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final String EVIL = "<script>alert('x')</script>\"&";

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator;
    private OAuthApi oauth;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(clock).oauth(options -> options.clientId("my-client").clientId(EVIL))
                .start();
        oauth = new OAuthApi(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void andAllowing() throws IOException {
        HttpResponse<String> signIn = open(oauth.authorizeUri());
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(signIn.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(signIn.headers().firstValue("cache-control")).contains("no-store");
        assertThat(signIn.body()).contains("my-client", "id=\"email\"", "id=\"password\"", "id=\"submit\"");

        HttpResponse<String> consent = signIn(signIn, "ada@example.com");
        assertThat(consent.body()).contains("ada@example.com", "<code>user:profile</code>", "<code>user:inference</code>",
                "id=\"allow\"", "id=\"deny\"").doesNotContain("org:create_api_key");

        HttpResponse<String> back = decide(consent, "allow");
        assertThat(back.statusCode()).isEqualTo(303);
        URI location = URI.create(back.headers().firstValue("location").orElseThrow());
        assertThat(location.toString()).startsWith(OAuthApi.REDIRECT);
        assertThat(OAuthApi.query(location)).containsOnlyKeys("code", "state").containsEntry("state", List.of("state-1"));
        String token = oauth.tokens(oauth.exchange(OAuthApi.query(location).get("code").get(0))).path("access_token").asText();
        assertThat(oauth.api(token).get("/api/oauth/profile").body()).contains("ada@example.com");
    }

    @Test
    void andDenying() throws IOException {
        HttpResponse<String> back = decide(signIn(open(oauth.authorizeUri()), "ada@example.com"), "deny");

        URI location = URI.create(back.headers().firstValue("location").orElseThrow());
        assertThat(OAuthApi.query(location)).containsEntry("error", List.of("access_denied"))
                .containsEntry("state", List.of("state-1")).doesNotContainKey("code");
        assertThat(OAuthApi.query(simulator.oauth().deny(oauth.authorizeUri()))).isEqualTo(OAuthApi.query(location));
    }

    @Test
    void onceOnly() throws IOException {
        HttpResponse<String> consent = signIn(open(oauth.authorizeUri()), "ada@example.com");
        decide(consent, "allow");

        HttpResponse<String> again = decide(consent, "allow");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("id=\"error\"").contains("is over");
    }

    @Test
    void withinTenMinutes() throws IOException {
        HttpResponse<String> page = open(oauth.authorizeUri());
        clock.advance(Duration.ofMinutes(10));

        assertThat(signIn(page, "ada@example.com").statusCode()).isEqualTo(400);
    }

    @Test
    void afterTheyHaveSignedIn() throws IOException {
        HttpResponse<String> page = open(oauth.authorizeUri());

        assertThat(decide(page, "allow").statusCode()).isEqualTo(400);
        assertThat(signIn(page, "").body()).contains("id=\"problem\"", "id=\"email\"");
    }

    @Test
    void onPagesNobodyCanWriteInto() throws IOException {
        HttpResponse<String> page = open(oauth.authorizeUri("client_id", EVIL));
        HttpResponse<String> consent = signIn(page, EVIL);
        HttpResponse<String> code = oauth.api().get("/oauth/code/callback?" + Parameters.encode(
                parameters("code", EVIL, "state", EVIL)));
        HttpResponse<String> error = oauth.api().get("/oauth/code/callback?" + Parameters.encode(
                parameters("error", EVIL, "error_description", EVIL)));

        for (HttpResponse<String> answer : List.of(page, consent, code, error)) {
            assertThat(answer.body()).doesNotContain("<script>")
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "client_id, somebody-else",
            "client_id, ''",
            "redirect_uri, https://evil.example/callback",
            "redirect_uri, http://127.0.0.1.evil.example/callback",
            "redirect_uri, http://127.0.0.1@evil.example/callback",
            "redirect_uri, http://me@127.0.0.1/callback",
            "redirect_uri, https://127.0.0.1/callback",
            "redirect_uri, http://127.0.0.1/callback#part",
            "redirect_uri, https://evil.example/oauth/code/callback",
            "redirect_uri, not a uri",
            "redirect_uri, ''",
    })
    void andAreNotSentToStrangers(String name, String value) throws IOException {
        URI uri = oauth.authorizeUri(name, value);
        HttpResponse<String> page = open(uri);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("location")).isEmpty();
        assertThat(page.body()).contains("id=\"error\"", name);
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.oauth().authorize(uri)).withMessageContaining(name);
    }

    @Test
    void onTheRightPage() {
        URI token = URI.create(oauth.authorizeUri().toString().replace("/oauth/authorize", "/v1/oauth/token"));

        assertThatIllegalArgumentException().isThrownBy(() -> simulator.oauth().authorize(token))
                .withMessageContaining("/oauth/authorize");
    }

    @ParameterizedTest
    @CsvSource({
            "response_type, token, unsupported_response_type",
            "response_type, '', invalid_request",
            "state, '', invalid_request",
            "code_challenge, '', invalid_request",
            "code_challenge, short, invalid_request",
            "code_challenge_method, plain, invalid_request",
            "code_challenge_method, '', invalid_request",
            "scope, user:everything, invalid_scope",
            "scope, '', invalid_request",
    })
    void unlessTheClientMadeAMistake(String name, String value, String error) throws IOException {
        URI uri = oauth.authorizeUri(name, value);
        HttpResponse<String> response = open(uri);

        assertThat(response.statusCode()).isEqualTo(303);
        URI location = URI.create(response.headers().firstValue("location").orElseThrow());
        assertThat(location.toString()).startsWith(OAuthApi.REDIRECT);
        assertThat(OAuthApi.query(location)).containsEntry("error", List.of(error));
        assertThat(OAuthApi.query(location).containsKey("state")).isEqualTo(!name.equals("state"));
        assertThat(simulator.oauth().authorize(uri)).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({ "http://localhost:1/", "http://[::1]:65535/a/b", "http://127.0.0.1/?keep=1" })
    void andComeBackToTheirOwnMachine(String redirect) {
        URI back = simulator.oauth().authorize(oauth.authorizeUri("redirect_uri", redirect));

        assertThat(back.toString()).startsWith(redirect + (redirect.contains("?") ? "&" : "?") + "code=");
    }

    @Test
    void andComeBackToARegisteredAddress() {
        URI registered = URI.create("https://app.example.com/back");
        try (ClaudeSimulator other = ClaudeSimulator.builder().oauth(options -> options.redirectUri(registered)).start()) {
            URI back = other.oauth().authorize(new OAuthApi(other).authorizeUri("redirect_uri", registered.toString()));

            assertThat(back.toString()).startsWith(registered + "?code=");
        }
    }

    @Test
    void andCopyTheCodeIfTheClientCannotBeReached() throws IOException {
        String paste = simulator.baseUrl() + "/oauth/code/callback";
        HttpResponse<String> back = decide(signIn(open(oauth.authorizeUri("redirect_uri", "", "code", "true")), "ada"),
                "allow");
        URI location = URI.create(back.headers().firstValue("location").orElseThrow());
        assertThat(location.toString()).startsWith(paste);

        String page = open(location).body();
        Matcher shown = Pattern.compile("<code id=\"code\">([^#]+)#state-1</code>").matcher(page);
        assertThat(shown.find()).as(page).isTrue();
        oauth.tokens(oauth.exchange(shown.group(1), "redirect_uri", paste, "state", "state-1"));
        assertThat(simulator.oauth().authorize(oauth.authorizeUri("redirect_uri", paste)).toString()).startsWith(paste);
    }

    private HttpResponse<String> open(URI uri) throws IOException {
        return oauth.api().get(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    private HttpResponse<String> signIn(HttpResponse<String> page, String email) throws IOException {
        return oauth.form("/oauth/authorize/sign-in",
                parameters("request", request(page), "email", email, "password", "anything"));
    }

    private HttpResponse<String> decide(HttpResponse<String> page, String decision) throws IOException {
        return oauth.form("/oauth/authorize/decide", parameters("request", request(page), "decision", decision));
    }

    private static String request(HttpResponse<String> page) {
        Matcher matcher = REQUEST.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }
}
