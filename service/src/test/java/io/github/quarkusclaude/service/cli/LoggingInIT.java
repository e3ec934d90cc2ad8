package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.service.cli.Program.Outcome;
import io.github.quarkusclaude.service.cli.Program.Running;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;

/** Logging in, out and what comes between, at a server that knows the program as an application. */
@Timeout(120)
class LoggingInIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "sk-ant-api03-a-key-that-nobody-should-see-Zz19";
    private static final String[] LOGIN_BY_PASTING = { "auth", "login", "--method", "oauth", "--no-browser" };
    private static final String[] LOGIN_WITH_BROWSER = { "auth", "login", "--method", "oauth" };

    @TempDir
    Path home;

    private ClaudeSimulator server;
    private Program program;
    private Running running;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().apiKey(KEY).start();
        program = LoginServer.configure(new Program(home), server);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.stop();
        }
        server.close();
    }

    @Test
    void aPipedKeyIsStoredUsedAndForgotten() throws Exception {
        assertThat(status("--check").exitCode()).isEqualTo(3);
        assertThat(json(status("--format", "json")).get(0).path("authenticated").asBoolean(true)).isFalse();

        Outcome login = pipe(KEY + "\nnot for the login\n", "auth", "login", "anthropic", "--method", "api-key");

        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(login.out()).contains(program.credentialsFile().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program.credentialsFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program.credentialsFile().getParent())))
                .isEqualTo("rwx------");
        JsonNode status = json(status("--check", "--format", "json")).get(0);
        assertThat(status.path("provider").asText()).isEqualTo("anthropic");
        assertThat(status.path("method").asText()).isEqualTo("api-key");
        assertThat(status.path("source").asText()).isEqualTo(program.credentialsFile().toString());
        assertThat(status.path("tier").asText()).isEqualTo("api");
        assertThat(status.path("needsRefresh").asBoolean(true)).isFalse();
        assertThat(program.run("generate", "What is 6 * 7?").out()).contains("42");
        assertThat(lastRequest().header("x-api-key")).contains(KEY);

        Outcome logout = program.run("auth", "logout", "anthropic");
        assertThat(logout.exitCode()).isZero();
        assertThat(program.credentialsFile()).doesNotExist();
        Outcome again = program.run("auth", "logout");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("not logged in");
        assertThat(login.out() + login.err() + logout.out() + logout.err()).doesNotContain("nobody-should-see");
    }

    @Test
    void whatIsNoKeyIsNotStored() throws Exception {
        program.with("ANTHROPIC_BASE_URL", "https://api.anthropic.com");

        for (String wrong : List.of("sk-ant-", "sk-live-" + KEY, "sk-ant-oat01-" + KEY, "")) {
            Outcome login = pipe(wrong + "\n", "auth", "login");

            assertThat(login.exitCode()).isEqualTo(wrong.isEmpty() ? 2 : 3);
            assertThat(login.err()).startsWith("Error: ").doesNotContain("nobody-should-see").doesNotContain("--simulate");
            assertThat(program.credentialsFile()).doesNotExist();
        }
    }

    @Test
    void withoutAPersonTheKeyComesFromItsVariableAndReplacesWhatIsThere() throws Exception {
        assertThat(program.run("auth", "login", "--non-interactive").exitCode()).isEqualTo(2);
        assertThat(pipe("an-older-key-of-the-gateway\n", "auth", "login").exitCode()).isZero();

        Outcome login = program.with("ANTHROPIC_API_KEY", KEY).run("auth", "login", "--non-interactive", "--format", "json");

        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(json(login).path("provider").asText()).isEqualTo("anthropic");
        assertThat(Files.readString(program.credentialsFile())).contains(KEY).doesNotContain("older");
        assertThat(login.err()).contains("ANTHROPIC_API_KEY");
        assertThat(program.run("auth", "logout").err()).contains("ANTHROPIC_API_KEY");
    }

    @Test
    void aPastedCodeBecomesALoginThatIsRefreshedAndRevoked() throws Exception {
        Outcome login = paste();

        assertThat(login.exitCode()).as(login.err()).isZero();
        assertThat(login.err()).contains("Anthropic's terms");
        assertThat(server.oauth().tokenCalls()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program.credentialsFile())))
                .isEqualTo("rw-------");
        JsonNode file = JSON.readTree(program.credentialsFile().toFile());
        String token = file.path("oauth").path("accessToken").asText();
        JsonNode status = json(status("--format", "json", "--check")).get(0);
        assertThat(status.path("method").asText()).isEqualTo("oauth");
        assertThat(status.path("tier").asText()).isEqualTo("pro");
        assertThat(status.path("expiresAt").asLong()).isEqualTo(file.path("oauth").path("expiresAt").asLong());
        assertThat(status.path("refreshable").asBoolean()).isTrue();
        assertThat(server.oauth().tokenCalls()).hasSize(1);

        Outcome refresh = program.run("auth", "refresh");

        assertThat(refresh.exitCode()).as(refresh.err()).isZero();
        JsonNode refreshed = JSON.readTree(program.credentialsFile().toFile());
        String newToken = refreshed.path("oauth").path("accessToken").asText();
        assertThat(newToken).isNotEqualTo(token);
        assertThat(refreshed.path("createdAt").asLong()).isEqualTo(file.path("createdAt").asLong());
        assertThat(refreshed.path("updatedAt").asLong()).isGreaterThan(file.path("updatedAt").asLong());

        Outcome logout = program.with("QUARKUS_CLAUDE_OAUTH_REVOKE_URL", server.baseUrl() + "/v1/oauth/revoke")
                .run("auth", "logout", "--format", "json");
        assertThat(json(logout).path("revoked").asBoolean()).isTrue();
        assertThat(server.oauth().isValid(newToken)).isFalse();
        assertThat(program.credentialsFile()).doesNotExist();
        assertThat(List.of(login, refresh, logout)).allSatisfy(
                outcome -> assertThat(outcome.out() + outcome.err()).doesNotContain("sk-ant-oat", "sk-ant-ort"));
    }

    @Test
    void aRevocationThatFailsIsOnlyWarnedAbout() throws Exception {
        paste();

        Outcome logout = program.with("QUARKUS_CLAUDE_OAUTH_REVOKE_URL", server.baseUrl() + "/not-here").run("auth", "logout");

        assertThat(logout.exitCode()).isZero();
        assertThat(logout.err()).contains("Warning: ");
        assertThat(program.credentialsFile()).doesNotExist();
    }

    @Test
    void requestsOfALoginHaveItsTokenAndNoKey() throws Exception {
        paste();
        program.with("ANTHROPIC_API_KEY", KEY);

        for (String[] options : new String[][] { { "-p", "anthropic-subscription" }, { "--auth-method", "oauth" },
                { "--auth-method", "OAUTH", "--enable-beta=false", "--subscription-tier", "max_5" } }) {
            String[] arguments = new String[options.length + 2];
            arguments[0] = "generate";
            arguments[1] = "What is 6 * 7?";
            System.arraycopy(options, 0, arguments, 2, options.length);
            Outcome outcome = program.run(arguments);

            assertThat(outcome.out()).as(outcome.err()).contains("42");
            assertThat(lastRequest().header("authorization")).hasValueSatisfying(
                    value -> assertThat(value).startsWith("Bearer sk-ant-oat"));
            assertThat(lastRequest().header("x-api-key")).isEmpty();
            assertThat(lastRequest().header("anthropic-beta").orElse("")).contains("oauth-");
        }
        // the variable is weaker than the option and stronger than what is found
        assertThat(program.with("ANTHROPIC_AUTH_METHOD", "oauth").run("generate", "Hello").exitCode()).isZero();
        assertThat(lastRequest().header("x-api-key")).isEmpty();
        assertThat(program.run("generate", "Hello", "--auth-method", "api-key").exitCode()).isZero();
        assertThat(lastRequest().header("x-api-key")).contains(KEY);
        assertThat(lastRequest().header("authorization")).isEmpty();
    }

    @Test
    void theTierComesFromTheOptionThenTheVariableThenTheMethod() throws Exception {
        paste();

        assertThat(tier(status("--format", "json"))).isEqualTo("pro");
        program.with("ANTHROPIC_SUBSCRIPTION_TIER", "MAX_5");
        assertThat(tier(status("--format", "json"))).isEqualTo("max_5");
        assertThat(tier(status("--format", "json", "--subscription-tier", "max_20"))).isEqualTo("max_20");
        Outcome wrong = program.with("ANTHROPIC_SUBSCRIPTION_TIER", "gold").run("auth", "status", "--format", "json");
        assertThat(tier(wrong)).isEqualTo("pro");
        assertThat(wrong.err()).containsOnlyOnce("gold");
    }

    @Test
    void aRefusedRefreshLeavesTheFileAsItIs() throws Exception {
        paste();
        byte[] before = Files.readAllBytes(program.credentialsFile());
        server.oauth().revoke(JSON.readTree(before).path("oauth").path("refreshToken").asText());

        Outcome refresh = program.run("auth", "refresh");

        assertThat(refresh.exitCode()).isEqualTo(3);
        assertThat(refresh.err()).containsOnlyOnce("Log in again");
        assertThat(Files.readAllBytes(program.credentialsFile())).isEqualTo(before);
    }

    @Test
    void withoutALoginThereIsNothingToRefresh() throws Exception {
        Outcome refresh = program.run("auth", "refresh");

        assertThat(refresh.exitCode()).isEqualTo(3);
        assertThat(refresh.err()).contains("auth login");
    }

    @Test
    void aCodeOfAnotherLoginIsRefused() throws Exception {
        running = program.start(LOGIN_BY_PASTING);
        String answer = server.oauth().authorize(URI.create(running.lineBeginningWith("http"))).getRawQuery();
        Outcome login = running.type(parameter(answer, "code") + "#not-the-state\n").outcome();

        assertThat(login.exitCode()).isEqualTo(3);
        assertThat(program.credentialsFile()).doesNotExist();
        assertThat(server.oauth().tokenCalls()).isEmpty();
    }

    @Test
    void withoutAClientIdNothingIsAsked() throws Exception {
        program.with("QUARKUS_CLAUDE_OAUTH_CLIENT_ID", "");

        for (String[] login : List.of(LOGIN_BY_PASTING, LOGIN_WITH_BROWSER)) {
            Outcome outcome = program.run(login);

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err()).contains("quarkus.claude.oauth.client-id").doesNotContain("http");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theBrowserIsSentBackToThisMachine() throws Exception {
        running = program.start(LOGIN_WITH_BROWSER);
        URI redirect = server.oauth().authorize(URI.create(running.lineBeginningWith("http")));

        assertThat(redirect.getHost()).isEqualTo("127.0.0.1");
        assertThat(redirect.getPath()).isEqualTo("/callback");
        assertThat(get(redirect.resolve("/favicon.ico")).statusCode()).isEqualTo(404);
        assertThat(get(redirect.resolve("/callback/more?" + redirect.getRawQuery())).statusCode()).isEqualTo(404);
        HttpResponse<String> page = get(redirect);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("id=\"logged-in\"");
        assertThat(running.outcome().exitCode()).isZero();
        assertThat(program.run("generate", "What is 6 * 7?").out()).contains("42");
    }

    @Test
    void aDeniedOrForeignAnswerIsShownInTheBrowserAndNothingIsWritten() throws Exception {
        pipe(KEY + "\n", "auth", "login");
        byte[] before = Files.readAllBytes(program.credentialsFile());
        for (boolean denied : new boolean[] { true, false }) {
            running = program.start(LOGIN_WITH_BROWSER);
            URI page = URI.create(running.lineBeginningWith("http"));
            URI redirect = denied ? server.oauth().deny(page)
                    : URI.create(server.oauth().authorize(page).toString().replaceFirst("state=.", "state=%3Cscript%3E"));

            HttpResponse<String> answer = get(redirect);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("id=\"failed\"", denied ? "denied" : "does not belong")
                    .doesNotContain("<script>");
            assertThat(running.outcome().exitCode()).isEqualTo(3);
            assertThat(Files.readAllBytes(program.credentialsFile())).isEqualTo(before);
        }
        assertThat(server.oauth().tokenCalls()).isEmpty();
    }

    @Test
    void aServerThatFailsAtTheEndIsToldInTheBrowserAsWell() throws Exception {
        running = program.start(LOGIN_WITH_BROWSER);
        URI redirect = server.oauth().authorize(URI.create(running.lineBeginningWith("http")));
        server.fault(Fault.status(500));

        HttpResponse<String> page = get(redirect);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"failed\"");
        assertThat(running.outcome().exitCode()).isEqualTo(1);
        assertThat(program.credentialsFile()).doesNotExist();
    }

    @Test
    void tokensThatCannotBeKeptAreNotUsedUp() throws Exception {
        IssuedTokens issued = server.oauth().issue();
        program.with("ANTHROPIC_OAUTH_TOKEN", "{\"accessToken\":\"" + issued.accessToken() + "\",\"refreshToken\":\""
                + issued.refreshToken().orElseThrow() + "\"}");

        Outcome refresh = program.run("auth", "refresh");

        assertThat(refresh.exitCode()).isEqualTo(3);
        assertThat(refresh.err()).contains("ANTHROPIC_OAUTH_TOKEN", "auth login");
        assertThat(server.oauth().tokenCalls()).isEmpty();
        assertThat(program.run("auth", "status", "--check").out()).contains("ANTHROPIC_OAUTH_TOKEN");
    }

    @Test
    void aLoginNobodyAnswersEnds() throws Exception {
        Outcome login = program.run("auth", "login", "--method", "oauth", "--timeout", "1s");

        assertThat(login.exitCode()).isEqualTo(3);
        assertThat(login.err()).contains("--timeout");
        assertThat(program.credentialsFile()).doesNotExist();
    }

    @Test
    void controlCKeepsTheOldLogin() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Signals are sent with kill");
        pipe(KEY + "\n", "auth", "login");
        byte[] before = Files.readAllBytes(program.credentialsFile());
        for (String[] login : List.of(LOGIN_WITH_BROWSER, LOGIN_BY_PASTING)) {
            running = program.start(List.of("env", "--default-signal=INT"), login);
            running.lineBeginningWith("http");

            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor()).isZero();

            assertThat(running.exitCode()).isEqualTo(130);
            assertThat(Files.readAllBytes(program.credentialsFile())).isEqualTo(before);
        }
    }

    @Test
    void aKeyCanBeCreatedBySigningIn() throws Exception {
        Outcome unknown = program.run("auth", "login", "--method", "create-api-key");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("create-key-url", "platform.claude.com");
        program.with("QUARKUS_CLAUDE_OAUTH_CREATE_KEY_URL", server.baseUrl() + "/api/oauth/claude_cli/create_api_key");

        running = program.start("auth", "login", "--method", "create-api-key");
        assertThat(running.lineBeginningWith("This creates an API key")).contains("paid for per token");
        URI page = URI.create(running.lineBeginningWith("http"));
        assertThat(page.getQuery()).contains("org:create_api_key");
        assertThat(get(server.oauth().authorize(page)).statusCode()).isEqualTo(200);

        Outcome login = running.outcome();
        assertThat(login.exitCode()).as(login.err()).isZero();
        String key = JSON.readTree(program.credentialsFile().toFile()).path("apiKey").asText();
        assertThat(login.out() + login.err()).doesNotContain(key);
        assertThat(program.run("generate", "What is 6 * 7?").out()).contains("42");
        assertThat(lastRequest().header("x-api-key")).contains(key);
    }

    @Test
    void otherEntriesOfTheTokensFileStay() throws Exception {
        Path tokens = home.resolve(".neurolink/tokens.json");
        Files.createDirectories(tokens.getParent());
        Files.writeString(tokens, """
                {"version":"2.0","providers":{
                 "openai":{"tokens":{"accessToken":"theirs","expiresAt":1,"tokenType":"Bearer"}},
                 "anthropic":{"tokens":{"accessToken":"ours","expiresAt":1,"tokenType":"Bearer"}}}}
                """);
        program.with("QUARKUS_CLAUDE_TOKEN_STORE_OBFUSCATED", "false");

        Outcome logout = program.run("auth", "logout");

        assertThat(logout.out()).contains(tokens.toString());
        assertThat(Files.readString(tokens)).contains("openai", "theirs").doesNotContain("ours");
        assertThat(program.run("auth", "logout").exitCode()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsNotReplacedUnseen() throws Exception {
        Files.createDirectories(program.credentialsFile().getParent());
        Files.writeString(program.credentialsFile(), "{\"oauth\": ");

        assertThat(pipe(KEY + "\n", "auth", "login").err()).contains(program.credentialsFile().toString());
        assertThat(Files.readString(program.credentialsFile())).isEqualTo("{\"oauth\": ");
        assertThat(status().exitCode()).isZero();
        assertThat(program.run("auth", "logout").exitCode()).isZero();
        assertThat(program.credentialsFile()).doesNotExist();
    }

    private Outcome paste() throws Exception {
        running = program.start(LOGIN_BY_PASTING);
        String answer = server.oauth().authorize(URI.create(running.lineBeginningWith("http"))).getRawQuery();
        return running.type(parameter(answer, "code") + "#" + parameter(answer, "state") + "\n").outcome();
    }

    private static String parameter(String query, String name) {
        return List.of(query.split("&")).stream().filter(pair -> pair.startsWith(name + "=")).findFirst().orElseThrow()
                .substring(name.length() + 1);
    }

    private Outcome pipe(String input, String... arguments) throws Exception {
        return program.start(arguments).type(input).outcome();
    }

    private Outcome status(String... more) throws Exception {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "auth";
        arguments[1] = "status";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return program.run(arguments);
    }

    private static JsonNode json(Outcome outcome) throws Exception {
        return JSON.readTree(outcome.out());
    }

    private static String tier(Outcome outcome) throws Exception {
        return json(outcome).get(0).path("tier").asText();
    }

    private RecordedRequest lastRequest() {
        return server.requests().get(server.requests().size() - 1);
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
