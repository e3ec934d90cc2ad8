package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;

@ConformanceGroup(number = 4, promise = "What counts as an API key, and that nobody sees more of it than its beginning and its end.", differs = {
        "bearer tokens and Admin API keys are refused although they begin like keys, since the Messages API refuses them; keys of another server may have any form, since gateways issue their own." })
class ApiKeysIT extends Conformance {

    private static final String ANTHROPIC = "https://api.anthropic.com";
    /** What nobody may see. */
    private static final String SECRET = "0123456789".repeat(8);
    private static final String KEY = "sk-ant-api03-" + SECRET.substring(4) + "Zz19";

    static Stream<String> keys() {
        return Stream.of(KEY, "sk-ant-api03-" + SECRET, " " + KEY + "\n", "\t" + KEY + "\r\n", "sk-ant-" + "a".repeat(13),
                "sk-ant-A_z-" + "9".repeat(9));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKey(String key) {
        assertThat(api().post("/clients/key", Api.object("baseUrl", ANTHROPIC, "apiKey", key))).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("sk-ant-", "too short"), Arguments.of("sk-ant-" + "a".repeat(12), "too short"),
                Arguments.of("sk-live-" + SECRET, "sk-ant-"), Arguments.of(SECRET, "sk-ant-"),
                Arguments.of("SK-ANT-" + SECRET, "sk-ant-"), Arguments.of("sk-ant-oat01-" + SECRET, "bearer token"),
                Arguments.of("sk-ant-admin01-" + SECRET, "Admin"), Arguments.of("\"" + KEY + "\"", "quotes"),
                Arguments.of("'" + KEY + "'", "quotes"), Arguments.of("sk-ant-api03-ü" + SECRET, "character at position 14"),
                Arguments.of("sk-ant-api03-" + SECRET + " x", "character at position"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void noKey(String key, String why) {
        JsonNode failure = api().post("/clients/key", Api.object("baseUrl", ANTHROPIC, "apiKey", key)).path("failure");

        assertThat(texts(failure.path("types"))).contains("AuthenticationException");
        assertThat(failure.path("message").asText()).contains(why);
        assertThat(failure.path("text").asText() + api().log()).doesNotContain(SECRET.substring(4, 30));
    }

    @Test
    void nothingIsNoKeyAndSaysWhatToSet() {
        for (String blank : new String[] { "", "  \n" }) {
            Outcome outcome = program.without("ANTHROPIC_BASE_URL").with("ANTHROPIC_API_KEY", blank).run("generate", "Hello");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("ANTHROPIC_API_KEY", "quarkus.claude.api-key");
        }
    }

    @Test
    void theCommandLineRefusesBeforeTheNetwork() {
        Outcome outcome = program.without("ANTHROPIC_BASE_URL").with("ANTHROPIC_API_KEY", "sk-ant-oat01-" + SECRET)
                .run("generate", "Hello");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("bearer token").doesNotContain(SECRET.substring(0, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sk-ant-", "sk-live-0123456789012345678901234567890123456789" })
    void loggingInWithWhatIsNoKeyStoresNothing(String key) {
        Program login = program.without("ANTHROPIC_API_KEY").without("ANTHROPIC_BASE_URL");

        Outcome outcome = login.start("auth", "login", "--method", "api-key").type(key + "\n").outcome();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(login.credentialsFile()).doesNotExist();
        assertThat(outcome.out() + outcome.err()).doesNotContain("012345678901234567890");
    }

    @Test
    void blanksAroundAKeyDoNotTravel() {
        String client = client("apiKey", " " + server.apiKey() + "\n");

        assertThat(api().post(client + "/generate", ask()).has("failure")).isFalse();
        assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
        assertThat(lastRequest().header("authorization")).isEmpty();
    }

    @Test
    void aGatewayMayHaveKeysOfItsOwn() {
        JsonNode failure = api().post(client("apiKey", "virtual-key-" + SECRET) + "/generate", ask()).path("failure");

        // the simulator does not know it, but was asked
        assertThat(failure.path("status").asInt()).isEqualTo(401);
        assertThat(lastRequest().header("x-api-key")).contains("virtual-key-" + SECRET);
        assertThat(failure.path("text").asText() + api().log()).doesNotContain(SECRET);
    }

    @Test
    void aKeyCanTravelAsBearer() {
        assertThat(program.with("QUARKUS_CLAUDE_API_KEY_HEADER", "authorization").run("generate", "Hello").exitCode()).isZero();

        assertThat(lastRequest().header("authorization")).contains("Bearer " + server.apiKey());
        assertThat(lastRequest().header("x-api-key")).isEmpty();
    }
}
