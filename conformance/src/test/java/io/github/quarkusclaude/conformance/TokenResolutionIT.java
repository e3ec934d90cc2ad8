package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.IssuedTokens;

@ConformanceGroup(number = 5, promise = "Where tokens come from: the configuration, then the credentials file, then the environment; as text or as JSON.", differs = {
        "a configured API key is stronger than a login that is found, so that a forgotten file does not change who pays. One line in the log names method and source.",
        "a JSON object without `accessToken` is an error of configuration. The guide's code sent the JSON text as a token." })
class TokenResolutionIT extends Conformance {

    private static final List<String> STATES = List.of("present", "absent", "broken");
    private static final String BROKEN = "{\"refreshToken\":\"x\"}";

    private final Map<String, Api> apis = new HashMap<>();
    private IssuedTokens configured;
    private IssuedTokens stored;
    private IssuedTokens ofEnvironment;

    @BeforeAll
    void issue() {
        configured = server.oauth().issue();
        stored = server.oauth().issue();
        ofEnvironment = server.oauth().issue();
    }

    @Override
    void reset() {
        // the tokens are to stay
    }

    static Stream<Arguments> states() {
        return STATES.stream().flatMap(configuration -> STATES.stream()
                .flatMap(file -> STATES.stream().map(variable -> Arguments.of(configuration, file, variable))));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theFirstThatIsThereWins(String configuration, String file, String variable) {
        Api api = apis.computeIfAbsent(variable, this::serve);
        String client = "/clients/" + configuration + "-" + file;
        int before = server.requests().size();

        JsonNode answer = api.post(client + "/generate", ask());

        if (configuration.equals("broken")) {
            refused(answer, before, "ConfigurationException", "oauth.token");
        } else if (configuration.equals("present")) {
            asked(answer, configured, api.get(client + "/credential"), "oauth.token");
        } else if (file.equals("present")) {
            asked(answer, stored, api.get(client + "/credential"), Logins.file(program, "absent-present").toString());
        } else if (variable.equals("present")) {
            asked(answer, ofEnvironment, api.get(client + "/credential"), "ANTHROPIC_OAUTH_TOKEN");
        } else if (variable.equals("broken")) {
            refused(answer, before, "ConfigurationException", "ANTHROPIC_OAUTH_TOKEN");
        } else {
            refused(answer, before, "AuthenticationException", "login");
        }
        if (file.equals("broken") && configuration.equals("absent")) {
            assertThat(api.log()).contains(Logins.file(program, "absent-broken").toString());
        }
    }

    private void asked(JsonNode answer, IssuedTokens tokens, JsonNode credential, String source) {
        assertThat(answer.has("failure")).as(answer.toString()).isFalse();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(tokens.accessToken());
        assertThat(credential.path("method").asText()).isEqualTo("oauth");
        assertThat(credential.path("source").asText()).contains(source);
    }

    private void refused(JsonNode answer, int before, String type, String hint) {
        assertThat(texts(answer.path("failure").path("types"))).as(answer.toString()).contains(type);
        assertThat(answer.path("failure").path("message").asText()).contains(hint);
        assertThat(server.requests()).hasSize(before);
    }

    private Api serve(String variable) {
        Program program = Logins.configure(this.program, server);
        for (String configuration : STATES) {
            for (String file : STATES) {
                String name = configuration + "-" + file;
                String prefix = "quarkus.claude.\"" + name + "\".";
                program = program.property(prefix + "credentials-file", Logins.file(program, name).toString())
                        .property(prefix + "auth-method", "oauth");
                if (!configuration.equals("absent")) {
                    program = program.property(prefix + "oauth.token",
                            configuration.equals("present") ? configured.accessToken() : BROKEN);
                }
                if (!file.equals("absent")) {
                    Logins.write(Logins.file(program, name), file.equals("broken") ? "{\"oauth\": "
                            : Logins.login(stored.accessToken(), null, stored.expiresAt().toEpochMilli()).toString());
                }
            }
        }
        if (!variable.equals("absent")) {
            program = program.with("ANTHROPIC_OAUTH_TOKEN", variable.equals("present") ? ofEnvironment.accessToken() : BROKEN);
        }
        return program.serve();
    }

    static Stream<String> forms() {
        return Stream.of("%s", " %s \n", "\"%s\"", "{\"accessToken\":\"%s\"}",
                "{\"accessToken\":\"%s\",\"refreshToken\":\"r\",\"expiresAt\":4102444800000}",
                "{\"accessToken\":\"%s\",\"refreshToken\":\"r\",\"expiresAt\":4102444800}",
                "{\"accessToken\":\"%s\",\"expiresAt\":0,\"unknown\":[1]}",
                "{\"accessToken\":\"%s\",\"expiresAt\":\"4102444800000\"}");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTokenInEveryForm(String form) {
        JsonNode made = api().post("/clients/form",
                Api.object("baseUrl", server.baseUrl(), "oauthToken", form.formatted(configured.accessToken())));

        assertThat(made).isEmpty();
        assertThat(api().post("/clients/form/generate", ask()).has("failure")).isFalse();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(configured.accessToken());
    }

    @Test
    void anythingElseIsTakenAsTheTokenItIs() {
        for (String odd : List.of("123", "null", "true", "[]")) {
            api().post("/clients/form", Api.object("baseUrl", server.baseUrl(), "oauthToken", odd));
            api().post("/clients/form/generate", ask());

            assertThat(Logins.bearer(lastRequest())).isEqualTo(odd);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { BROKEN, "{\"accessToken\":\"\"}", "{}", "{\"accessToken\":", "\"tok", "a token" })
    void whatCannotBeATokenIsAnErrorOfConfiguration(String text) {
        int before = server.requests().size();

        JsonNode made = api().post("/clients/broken", Api.object("baseUrl", server.baseUrl(), "oauthToken", text));

        assertThat(texts(made.path("failure").path("types"))).as(made.toString()).contains("ConfigurationException");
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void ofTwoVariablesTheFirstWinsUnlessItIsEmpty() {
        Program both = Logins.configure(program, server).with("CLAUDE_OAUTH_TOKEN", stored.accessToken());

        Outcome second = both.with("ANTHROPIC_OAUTH_TOKEN", " ").run("generate", "Hello");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(stored.accessToken());
        assertThat(second.err()).containsOnlyOnce("Anthropic's terms").contains("CLAUDE_OAUTH_TOKEN");
        assertThat(both.with("ANTHROPIC_OAUTH_TOKEN", ofEnvironment.accessToken()).run("generate", "Hello").exitCode())
                .isZero();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(ofEnvironment.accessToken());
    }

    @Test
    void aStoredKeyDoesNotHideATokenOfTheEnvironment() {
        Program program = Logins.configure(this.program, server).with("ANTHROPIC_AUTH_METHOD", "oauth")
                .with("QUARKUS_CLAUDE_CREDENTIALS_FILE", Logins.write(home.resolve("key.json"),
                        Api.object("type", "api-key", "apiKey", server.apiKey()).toString()).toString())
                .with("CLAUDE_OAUTH_TOKEN", ofEnvironment.accessToken());

        assertThat(program.run("generate", "Hello").exitCode()).isZero();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(ofEnvironment.accessToken());

        assertThat(program.with("ANTHROPIC_AUTH_METHOD", "API_KEY").run("generate", "Hello").exitCode()).isZero();
        assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
    }

    @Test
    void aKeyBeatsALoginAndOneLineSaysSo() {
        Program both = program.with("CLAUDE_OAUTH_TOKEN", stored.accessToken())
                .with("QUARKUS_LOG_CATEGORY__IO_GITHUB_QUARKUSCLAUDE__LEVEL", "INFO");

        Outcome outcome = both.run("generate", "Hello");

        assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
        assertThat(lastRequest().header("authorization")).isEmpty();
        assertThat(outcome.err().lines().filter(line -> line.startsWith("INFO"))).singleElement().asString()
                .contains("api-key", "ANTHROPIC_API_KEY");
        assertThat(outcome.err()).doesNotContain(server.apiKey(), stored.accessToken());
        // a method that was named is the only one
        for (String spelling : List.of("oauth", "OAUTH")) {
            assertThat(both.with("ANTHROPIC_AUTH_METHOD", spelling).run("generate", "Hello").exitCode()).isZero();
            assertThat(Logins.bearer(lastRequest())).isEqualTo(stored.accessToken());
        }
        for (String spelling : List.of("api-key", "api_key", "API_KEY")) {
            assertThat(both.run("generate", "--auth-method", spelling, "Hello").exitCode()).isZero();
            assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
        }
    }

    @Test
    void aMethodWithoutACredentialFailsBeforeTheNetwork() {
        int before = server.requests().size();

        assertThat(program.run("generate", "--auth-method", "oauth", "Hello").exitCode()).isEqualTo(3);
        assertThat(program.without("ANTHROPIC_API_KEY").run("generate", "--auth-method", "api-key", "Hello").exitCode())
                .isEqualTo(3);
        assertThat(server.requests()).hasSize(before);
    }

    @AfterAll
    void stopAll() {
        apis.values().forEach(Api::close);
    }
}
