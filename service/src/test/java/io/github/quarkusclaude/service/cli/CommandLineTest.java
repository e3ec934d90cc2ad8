package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** What a person at a shell can rely on. The server is a simulator that the test directs. */
@QuarkusMainTest
@TestProfile(WithKey.class)
class CommandLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClaudeSimulator server;

    @TempDir
    Path directory;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "generate", "stream", "generate --stream" })
    void theAnswerAloneGoesToStandardOutput(String command, QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, command + " --simulate", "What is 17 * 23?");

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput().strip()).isEqualTo("Simulated answer: 17 * 23 = 391.");
        assertThat(result.getErrorOutput()).contains("simulator");
    }

    @Test
    void theMessageCanBeHadAsJson(QuarkusMainLauncher launcher) throws IOException {
        for (String command : List.of("generate", "stream")) {
            LaunchResult result = ask(launcher, command + " --output json", "What is 17 * 23?");

            JsonNode message = JSON.readTree(result.getOutput());
            assertThat(message.path("type").asText()).isEqualTo("message");
            assertThat(message.path("stop_reason").asText()).isEqualTo("end_turn");
            assertThat(message.path("usage").path("output_tokens").asInt()).isPositive();
            assertThat(errors(result)).isEmpty();
        }
    }

    @Test
    void theEventsCanBeHadAsJsonLines(QuarkusMainLauncher launcher) throws IOException {
        LaunchResult result = ask(launcher, "stream --output events", "Hello");

        List<String> lines = result.getOutputStream();
        assertThat(JSON.readTree(lines.get(0)).path("type").asText()).isEqualTo("message_start");
        assertThat(JSON.readTree(lines.get(lines.size() - 1)).path("type").asText()).isEqualTo("message_stop");
    }

    @Test
    void optionsGoIntoTheRequest(QuarkusMainLauncher launcher) {
        ask(launcher, "generate -m claude-haiku-4-5 --max-tokens 50 --temperature 0.5 --system Brief.", "Hello");

        JsonNode request = lastRequest();
        assertThat(request.path("model").asText()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(request.path("max_tokens").asInt()).isEqualTo(50);
        assertThat(request.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(request.path("system").asText()).isEqualTo("Brief.");
        assertThat(request.path("messages").path(0).path("content").asText()).isEqualTo("Hello");
        assertThat(server.requests().get(0).header("anthropic-version")).contains("2023-06-01");
    }

    @Test
    void aRequestCanComeFromAFileAndOptionsReplaceItsFields(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(directory.resolve("request.json"), """
                {"model": "claude-opus-5", "max_tokens": 30, "system": "From the file.", "metadata": {"user_id": "u1"},
                 "messages": [{"role": "user", "content": "Hello from the file"}]}
                """);

        assertThat(ask(launcher, "generate --max-tokens 40 --request " + file, null).exitCode()).isZero();

        JsonNode request = lastRequest();
        assertThat(request.path("model").asText()).isEqualTo("claude-opus-5");
        assertThat(request.path("max_tokens").asInt()).isEqualTo(40);
        assertThat(request.path("system").asText()).isEqualTo("From the file.");
        assertThat(request.path("metadata").path("user_id").asText()).isEqualTo("u1");
        assertThat(request.path("messages")).hasSize(1);
    }

    @Test
    void tokensAreCounted(QuarkusMainLauncher launcher) {
        assertThat(ask(launcher, "count-tokens", "one two three").getOutput().strip()).matches("\\d+");
        assertThat(ask(launcher, "count-tokens --format json", "one two three").getOutput()).contains("{\"input_tokens\":");
    }

    @Test
    void theCatalogueIsListedWithoutAnyServer(QuarkusMainLauncher launcher) throws IOException {
        server.close();

        assertThat(launch(launcher, "models", null).getOutput()).contains("claude-sonnet-5-5 *").doesNotContain("claude-2.1");
        assertThat(launch(launcher, "models list --all", null).getOutput()).contains("claude-2.1");
        assertThat(launch(launcher, "models --tier free", null).getOutput()).contains("claude-haiku-5-5")
                .doesNotContain("claude-sonnet");
        assertThat(launch(launcher, "models list --family opus", null).getOutput()).contains("claude-opus-5-5")
                .doesNotContain("claude-sonnet");
        LaunchResult none = launch(launcher, "models --tier free --family opus", null);
        assertThat(none.exitCode()).isZero();
        assertThat(none.getOutput()).isEmpty();
        assertThat(none.getErrorOutput()).contains("No model fits");
        JsonNode models = JSON.readTree(launch(launcher, "models --format json", null).getOutput());
        assertThat(models.findValuesAsText("id")).contains("claude-sonnet-5-5");
        JsonNode model = JSON.readTree(launch(launcher, "models show claude-haiku-4-5 --format json", null).getOutput());
        assertThat(model.path("id").asText()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(model.path("prices_usd_per_mtok").path("input").decimalValue()).isEqualByComparingTo("1");
        assertThat(launch(launcher, "models show claude-opus-5-5", null).getOutput()).contains("Claude Opus 5.5",
                "capabilities.older_computer_tools", "capabilities.inference_geo");
    }

    @Test
    void theApiCanBeAskedForItsModels(QuarkusMainLauncher launcher) throws IOException {
        assertThat(ask(launcher, "models --remote", null).getOutput()).contains("claude-sonnet-5-5").doesNotContain("$/MTOK");
        assertThat(ask(launcher, "models --remote --all --family sonnet", null).getOutput()).contains("retired")
                .doesNotContain("opus");
        JsonNode model = JSON.readTree(ask(launcher, "models show claude-opus-5-5 --remote --format json", null).getOutput());
        assertThat(model.path("type").asText()).isEqualTo("model");
    }

    @ParameterizedTest
    @CsvSource({ "400, invalid_request_error, 1", "401, authentication_error, 3", "403, permission_error, 3",
            "404, not_found_error, 1", "413, request_too_large, 1", "429, rate_limit_error, 4", "500, api_error, 1",
            "529, overloaded_error, 1" })
    void everyKindOfFailureHasItsExitCode(int status, String type, int exitCode, QuarkusMainLauncher launcher) {
        for (String command : List.of("generate", "stream")) {
            ScriptedAnswer error = ScriptedAnswer.error(status, type, "It is\nnot possible");
            server.reset();
            // what may pass is tried three times
            server.script(error, error, error);

            LaunchResult result = ask(launcher, command, "Hello");

            assertThat(result.exitCode()).as(command).isEqualTo(exitCode);
            assertThat(result.getOutput()).isEmpty();
            assertThat(errors(result)).singleElement().asString().startsWith("Error: It is not possible (HTTP " + status);
        }
    }

    @Test
    void aBrokenStreamKeepsWhatHadArrived(QuarkusMainLauncher launcher) {
        server.script(ScriptedAnswer.sse("""
                event: message_start
                data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[]}}

                event: content_block_start
                data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Once upon a time"}}

                """.getBytes(StandardCharsets.UTF_8)));

        LaunchResult result = ask(launcher, "stream", "Hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getOutput().strip()).isEqualTo("Once upon a time");
        assertThat(result.getErrorOutput()).contains("ended before the message was complete");
    }

    @Test
    void aServerThatIsNotThereIsANetworkError(QuarkusMainLauncher launcher) {
        server.close();

        LaunchResult result = ask(launcher, "generate", "Hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(errors(result)).singleElement().asString().contains("No connection to 127.0.0.1");
    }

    @Test
    void stackTracesAreShownOnlyWhenAskedFor(QuarkusMainLauncher launcher) {
        server.close();

        assertThat(ask(launcher, "generate", "Hello").getErrorOutput()).doesNotContain("\tat ");
        assertThat(ask(launcher, "generate --verbose", "Hello").getErrorOutput()).contains("\tat ");
        assertThat(ask(launcher, "--verbose generate", "Hello").getErrorOutput()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "generate --max-tokens many Hello", "generate --no-such-option Hello", "no-such-command", "",
            "generate --output xml Hello", "models --tier gold", "models show no-such-model",
            "generate --base-url nowhere Hello",
            "generate --simulate --base-url http://localhost:1 Hello", "generate --request /no/such/file",
            "models --remote --tier free" })
    void wrongUsageIsExplained(String arguments, QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, arguments, null);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.getOutput()).isEmpty();
        assertThat(result.getErrorOutput()).isNotBlank();
    }

    @Test
    void aMistakeIsOneLineAndNotAPageOfHelp(QuarkusMainLauncher launcher) {
        assertThat(errors(launch(launcher, "generate --max-tokens many Hello", null))).hasSize(2).first().asString()
                .startsWith("Error: ").contains("--max-tokens");
        assertThat(errors(launch(launcher, "generate --no-such-option Hello", null))).first().asString()
                .contains("--no-such-option");
        assertThat(errors(launch(launcher, "generate --request /no/such/file", null)))
                .containsExactly("Error: There is no file /no/such/file");
        assertThat(launch(launcher, "", null).getErrorOutput()).contains("generate", "count-tokens");
    }

    @Test
    void helpAndVersionAreThere(QuarkusMainLauncher launcher) {
        assertThat(launch(launcher, "--help", null).getOutput()).contains("generate", "stream", "models", "count-tokens",
                "Exit codes:");
        assertThat(launch(launcher, "generate --help", null).getOutput()).contains("--max-tokens", "--simulate");
        assertThat(launch(launcher, "--version", null).getOutput()).matches("quarkus-claude \\d+\\.\\d+.*\\s*");
    }

    /** Standard error, without what Quarkus is made to log when a test starts it as a process. */
    private static List<String> errors(LaunchResult result) {
        return result.getErrorStream().stream().filter(line -> !line.isBlank() && !line.startsWith("INFO "))
                .toList();
    }

    private LaunchResult ask(QuarkusMainLauncher launcher, String command, String prompt) {
        return launch(launcher, command + " --base-url " + server.baseUrl() + "/v1", prompt);
    }

    private static LaunchResult launch(QuarkusMainLauncher launcher, String command, String prompt) {
        List<String> arguments = new java.util.ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ")));
        if (prompt != null) {
            arguments.add(prompt);
        }
        return launcher.launch(arguments.toArray(String[]::new));
    }

    private JsonNode lastRequest() {
        return server.requests().get(server.requests().size() - 1).body();
    }
}
