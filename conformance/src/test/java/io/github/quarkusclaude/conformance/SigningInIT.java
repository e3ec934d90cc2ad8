package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.conformance.Program.Running;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;

/** What a person and a server of logins see; the challenge is made again here from the verifier that the server is told. */
@ConformanceGroup(number = 6, promise = "Signing in with PKCE, checking the answer, and the file the login is kept in.", differs = {
        "`state` is a random value of its own. In the guide's code it was the PKCE verifier, which leaked it through the browser.",
        "the client id has no default: an application must not use the identity of another program." })
class SigningInIT extends Conformance {

    private static final String UNRESERVED = "[A-Za-z0-9._~-]{43,128}";

    private Program person;
    private Running running;
    private URI page;

    @BeforeEach
    void nobodyIsLoggedIn() throws Exception {
        person = Logins.configure(program, server);
        Files.deleteIfExists(person.credentialsFile());
    }

    @AfterEach
    void stopRunning() {
        if (running != null) {
            running.stop();
        }
    }

    @Test
    void theVectorOfTheStandard() throws Exception {
        assertThat(challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void challengeVerifierAndStateBelongTogetherAndAreNewEachTime() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            server.reset();
            Map<String, String> page = parameters(authorizePage());
            String verifier = login(page.get("state"));

            assertThat(verifier).matches(UNRESERVED);
            assertThat(page).containsEntry("response_type", "code").containsEntry("client_id", server.oauth().clientId())
                    .containsEntry("code_challenge_method", "S256").containsEntry("scope", "user:profile user:inference")
                    .containsEntry("code_challenge", challenge(verifier));
            assertThat(page.get("state")).isNotEqualTo(verifier).hasSizeGreaterThanOrEqualTo(22);
            assertThat(seen.add(verifier)).isTrue();
            assertThat(seen.add(page.get("state"))).isTrue();
        }
    }

    /** Ends the login that was begun, and gives the verifier the server was told. */
    private String login(String state) {
        Outcome outcome = running.type(" " + code() + "#" + state + " \n").outcome();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(server.oauth().tokenCalls()).hasSize(1);
        return lastBody().path("code_verifier").asText();
    }

    @Test
    void theLoginIsKeptWithAllFieldsForItsOwnerOnly() {
        login(parameters(authorizePage()).get("state"));

        assertThat(lastBody().path("grant_type").asText()).isEqualTo("authorization_code");
        assertThat(lastRequest().header("content-type").orElse("")).startsWith("application/json");
        assertThat(Logins.permissions(person.credentialsFile())).isEqualTo("rw-------");
        assertThat(Logins.permissions(person.credentialsFile().getParent())).isEqualTo("rwx------");
        JsonNode file = Logins.read(person.credentialsFile());
        assertThat(file.path("type").asText()).isEqualTo("oauth");
        assertThat(file.path("provider").asText()).isEqualTo("anthropic");
        assertThat(file.path("createdAt").asLong()).isPositive();
        assertThat(file.path("updatedAt").asLong()).isPositive();
        assertThat(server.oauth().isValid(file.at("/oauth/accessToken").asText())).isTrue();
        assertThat(server.oauth().isValid(file.at("/oauth/refreshToken").asText())).isTrue();
        assertThat(file.at("/oauth/expiresAt").asLong()).isGreaterThan(1_700_000_000_000L);
        assertThat(file.at("/oauth/tokenType").asText()).isEqualTo("Bearer");
        assertThat(file.at("/oauth/scope").asText()).contains("user:inference");

        assertThat(person.run("generate", "Say exactly: hi").out().strip()).isEqualTo("hi");
        assertThat(Logins.bearer(lastRequest())).isEqualTo(file.at("/oauth/accessToken").asText());
    }

    @Test
    void statusRefreshAndLogoutOfALogin() {
        login(parameters(authorizePage()).get("state"));
        JsonNode file = Logins.read(person.credentialsFile());

        Outcome told = person.run("auth", "status", "anthropic", "--check", "--format", "json");
        JsonNode status = Api.json(told.out()).get(0);
        assertThat(told.exitCode()).isZero();
        assertThat(status.path("provider").asText()).isEqualTo("anthropic");
        assertThat(status.path("method").asText()).isEqualTo("oauth");
        assertThat(status.path("source").asText()).isEqualTo(person.credentialsFile().toString());
        assertThat(status.path("tier").asText()).isIn(TIERS);
        assertThat(status.path("expiresAt")).isEqualTo(file.at("/oauth/expiresAt"));
        assertThat(status.path("needsRefresh").asBoolean(true)).isFalse();

        Outcome refresh = person.run("auth", "refresh", "anthropic");
        assertThat(refresh.exitCode()).as(refresh.err()).isZero();
        JsonNode refreshed = Logins.read(person.credentialsFile());
        assertThat(refreshed.at("/oauth/accessToken")).isNotEqualTo(file.at("/oauth/accessToken"));
        assertThat(refreshed.path("createdAt")).isEqualTo(file.path("createdAt"));
        assertThat(refreshed.path("updatedAt").asLong()).isGreaterThan(file.path("updatedAt").asLong());

        server.oauth().revoke(refreshed.at("/oauth/refreshToken").asText());
        String before = Logins.text(person.credentialsFile());
        assertThat(person.run("auth", "refresh").exitCode()).isEqualTo(3);
        assertThat(Logins.text(person.credentialsFile())).isEqualTo(before);

        assertThat(person.run("auth", "logout", "anthropic").exitCode()).isZero();
        assertThat(person.credentialsFile()).doesNotExist();
        assertThat(person.run("auth", "logout").exitCode()).isZero();
        assertThat(person.run("auth", "status", "--check").exitCode()).isNotZero();
        for (String secret : server.oauth().secrets()) {
            assertThat(told.out() + told.err() + refresh.out() + refresh.err()).doesNotContain(secret);
        }
    }

    @Test
    void anUnknownProviderIsRefusedWithThoseThereAre() {
        Outcome outcome = person.run("auth", "status", "nobody");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("nobody", "anthropic");
    }

    @Test
    void whatIsNoAnswerToThisLoginWritesNothing() {
        for (String answer : List.of("code#foreign-state", "code", "#", "", "code#")) {
            authorizePage();

            Outcome outcome = running.type(answer + "\n").outcome();

            assertThat(outcome.exitCode()).as(answer).isNotZero();
            assertThat(person.credentialsFile()).doesNotExist();
        }
        assertThat(server.oauth().tokenCalls()).isEmpty();
    }

    @Test
    void aServerThatRefusesOrFailsLeavesTheOldLogin() {
        Logins.write(person.credentialsFile(), Logins.login("old", "older", 1).toString());
        String before = Logins.text(person.credentialsFile());
        for (int status : new int[] { 400, 401, 500 }) {
            server.reset();
            String state = parameters(authorizePage()).get("state");
            String code = code();
            server.fault(Fault.status(status));

            Outcome outcome = running.type(code + "#" + state + "\n").outcome();

            assertThat(outcome.exitCode()).as(status + outcome.err()).isNotZero();
            assertThat(Logins.text(person.credentialsFile())).isEqualTo(before);
        }
    }

    @Test
    void aPersonWhoDeniesIsToldSo() throws Exception {
        running = person.start("auth", "login", "--method", "oauth");
        URI redirect = server.oauth().deny(URI.create(line(running)));

        assertThat(redirect.getHost()).isEqualTo("127.0.0.1");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.discarding());

        Outcome outcome = running.outcome();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("denied");
        assertThat(person.credentialsFile()).doesNotExist();
    }

    @Test
    void aServerThatTellsLittleIsEnough() throws Exception {
        try (ClaudeSimulator terse = simulator().oauth(options -> options.refreshTokens(false).expiryTold(false)).start()) {
            Program person = Logins.configure(program.with("ANTHROPIC_BASE_URL", terse.baseUrl()), terse);
            running = person.start("auth", "login", "--method", "oauth", "--no-browser");
            Map<String, String> answer = parameters(terse.oauth().authorize(URI.create(line(running))));

            Outcome outcome = running.type(answer.get("code") + "#" + answer.get("state") + "\n").outcome();

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            JsonNode file = Logins.read(person.credentialsFile());
            assertThat(file.at("/oauth/refreshToken").isTextual()).isFalse();
            assertThat(person.run("generate", "Say exactly: hi").out().strip()).isEqualTo("hi");
        }
    }

    @Test
    void withoutAClientIdThereIsNoLoginAndNoNetwork() {
        Outcome outcome = person.without("QUARKUS_CLAUDE_OAUTH_CLIENT_ID").run("auth", "login", "--method", "oauth");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("quarkus.claude.oauth.client-id");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aKeyThatWasStoredIsUsed() {
        Outcome login = person.start("auth", "login", "anthropic", "--method", "api-key").type(server.apiKey() + "\n")
                .outcome();

        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(Logins.permissions(person.credentialsFile())).isEqualTo("rw-------");
        assertThat(person.run("generate", "Hello").exitCode()).isZero();
        assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
    }

    private URI authorizePage() {
        running = person.start("auth", "login", "anthropic", "--method", "oauth", "--no-browser");
        page = URI.create(line(running));
        return page;
    }

    private String code() {
        return parameters(server.oauth().authorize(page)).get("code");
    }

    private static String line(Running running) {
        String line = running.lineContaining("http");
        return line.substring(line.indexOf("http"));
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
