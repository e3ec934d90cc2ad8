package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.ScriptedAnswer;

/** Interruption, exit code 130, is in {@link ErrorsIT}. */
@ConformanceGroup(number = 17, promise = "The flags of the command line have effect, the answer alone goes to standard output, and exit codes tell what happened.", differs = {
        "flags are stronger than variables and variables stronger than files. In the guide's code nothing read the flags." })
class CommandLineIT extends Conformance {

    @Test
    void aTierDecidesAndStandardOutputHasTheAnswerOnly() {
        Outcome outcome = program.run("generate", "--subscription-tier", "free", "--model", OPUS_4, "Say exactly: hi");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualToIgnoringNewLines("hi");
        assertThat(outcome.err().lines()).singleElement().asString().contains("WARN", "free", OPUS_4, HAIKU_35);
        assertThat(lastModel()).isEqualTo(HAIKU_35);
    }

    @ParameterizedTest
    @CsvSource({ "FREE, claude-3-5-haiku-20241022", "Pro, claude-sonnet-4-20250514", "max-5, claude-opus-4-20250514",
            "max_20, claude-opus-4-20250514", "api, claude-sonnet-4-20250514" })
    void aTierInAnySpellingBeatsTheVariable(String tier, String model) {
        assertThat(program.with("ANTHROPIC_SUBSCRIPTION_TIER", "pro").run("generate", "--subscription-tier", tier, "Hello")
                .exitCode()).isZero();

        assertThat(lastModel()).isEqualTo(model);
    }

    @Test
    void theProviderOfTheGuideMeansALogin() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = Logins.write(home.resolve("login.json"), tokens, Instant.now().plus(Duration.ofHours(1)));
        Program person = Logins.configure(program, server).with("ANTHROPIC_API_KEY", server.apiKey())
                .with("QUARKUS_CLAUDE_CREDENTIALS_FILE", file.toString());

        for (String[] options : new String[][] { { "--provider", "anthropic-subscription" }, { "-p", "anthropic-subscription" },
                { "--auth-method", "oauth" }, { "-p", "anthropic", "--auth-method", "OAUTH" } }) {
            assertThat(generate(person, options).exitCode()).isZero();
            assertThat(Logins.bearer(lastRequest())).isEqualTo(tokens.accessToken());
            // a login without a tier is one of pro
            assertThat(lastModel()).isEqualTo(SONNET_4);
        }
        for (String[] options : new String[][] { {}, { "--provider", "anthropic" }, { "--auth-method", "api-key" },
                { "--auth-method", "api_key" } }) {
            assertThat(generate(person.with("ANTHROPIC_AUTH_METHOD", options.length == 2 && options[0].equals("--auth-method")
                    ? "oauth"
                    : ""), options).exitCode()).isZero();
            assertThat(lastRequest().header("x-api-key")).contains(server.apiKey());
        }
        assertThat(generate(person, "-p", "anthropic-subscription", "--auth-method", "api-key").exitCode()).isEqualTo(2);
    }

    private Outcome generate(Program program, String... options) {
        List<String> arguments = new ArrayList<>(List.of("generate", "-m", OPUS_4, "Hello"));
        arguments.addAll(List.of(options));
        return program.run(arguments.toArray(String[]::new));
    }

    @Test
    void betaFeaturesCanBeSwitched() {
        program.run("generate", "--enable-beta", "Hello");
        assertThat(lastRequest().header("anthropic-beta").orElse("")).contains("interleaved-thinking-2025-05-14");
        program.run("stream", "--enable-beta=false", "Hello");
        assertThat(lastRequest().header("anthropic-beta")).isEmpty();
    }

    @Test
    void theOtherFlagsReachTheRequest() {
        Outcome outcome = program.run("generate", "--model", SONNET_4, "--system", "Be brief.", "--max-tokens", "77",
                "--temperature", "0.5", "--output", "json", "Hello");

        JsonNode body = lastBody();
        assertThat(body.path("model").asText()).isEqualTo(SONNET_4);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(77);
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.path("system").toString()).contains("Be brief.");
        assertThat(Api.json(outcome.out()).path("type").asText()).isEqualTo("message");
        program.run("generate", "Hello");
        assertThat(lastBody().has("temperature")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "400, 1", "401, 3", "402, 1", "403, 3", "404, 1", "413, 1", "429, 4", "500, 1", "529, 1" })
    void theApiRefuses(int status, int exitCode) {
        server.fault(Fault.status(status));

        // every second status while streaming
        Outcome outcome = program.run(status % 2 == 0 ? "generate" : "stream", "Hello");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("Error: ").contains(
                Integer.toString(status));
    }

    @Test
    void theNetworkFails() {
        Outcome outcome = program.run("generate", "--base-url", "http://127.0.0.1:1", "Hello");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("Error: ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aBrokenStreamLeavesWhatWasPrinted() {
        server.script(ScriptedAnswer.sse(Streams.bytes(Streams.start(1) + Streams.text(0, "Once"))));

        Outcome outcome = program.run("stream", "Hello");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out().strip()).isEqualTo("Once");
        assertThat(outcome.err()).startsWith("Error: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "--subscription-tier gold", "--auth-method password", "--provider openai", "--enable-beta=perhaps",
            "--thinking-level deep", "--temperature hot", "--max-tokens many", "--no-such-option", "--output xml",
            "--base-url nowhere" })
    void wrongUsage(String options) {
        List<String> arguments = new ArrayList<>(List.of("generate", "Hello"));
        arguments.addAll(List.of(options.split(" ")));

        Outcome outcome = program.run(arguments.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wrongConfigurationIsWrongUsageToo() {
        assertThat(program.with("ANTHROPIC_OAUTH_TOKEN", "{}").without("ANTHROPIC_API_KEY").run("generate", "Hello").exitCode())
                .isEqualTo(2);
        Outcome gold = program.with("ANTHROPIC_SUBSCRIPTION_TIER", "gold").run("generate", "Hello");
        // a tier that is none is passed over
        assertThat(gold.exitCode()).isZero();
        assertThat(gold.err()).containsOnlyOnce("gold");
        assertThat(lastModel()).isEqualTo(SONNET_35);
    }

    @Test
    void aModelATierMayNotHaveIsRefused() {
        Outcome outcome = program.run("generate", "--subscription-tier", "pro", "-m", "gpt-4", "Hello");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).startsWith("Error: ").contains("gpt-4");
        assertThat(server.requests()).isEmpty();
    }
}
