package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** {@code batch}, from the submission to the deletion. */
@QuarkusMainTest
@TestProfile(WithKey.class)
class BatchCommandLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClaudeSimulator server;

    @TempDir
    Path directory;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().batchDuration(Duration.ofMillis(50)).start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void requestsOfAFileAreSubmittedAwaitedAndRead(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(directory.resolve("requests.jsonl"), """
                {"custom_id": "first", "params": {"messages": [{"role": "user", "content": "What is 17 * 23?"}]}}

                {"custom_id": "second", "params": {"max_tokens": 9, "messages": [{"role": "user", "content": "Hello"}]}}
                """);

        LaunchResult submitted = launch(launcher, "batch submit -m claude-haiku-5-5 " + file);
        String id = submitted.getOutput().strip();
        assertThat(submitted.exitCode()).isZero();
        assertThat(id).startsWith("msgbatch_").doesNotContain("\n");
        JsonNode requests = server.requests().get(0).body().path("requests");
        assertThat(requests).hasSize(2).allMatch(request -> request.at("/params/model").asText().equals("claude-haiku-5-5"));
        assertThat(requests.at("/1/params/max_tokens").asInt()).isEqualTo(9);

        LaunchResult waited = launch(launcher, "batch wait " + id + " --format json");
        assertThat(JSON.readTree(waited.getOutput()).path("processing_status").asText()).isEqualTo("ended");
        assertThat(errors(waited)).as("no progress bar where nobody looks").isEmpty();

        LaunchResult results = launch(launcher, "batch results " + id);
        assertThat(results.getOutput()).contains("== first", "391", "== second");
        List<String> lines = launch(launcher, "batch results --output json " + id).getOutputStream();
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).at("/result/message/type").asText()).isEqualTo("message");
    }

    @Test
    void everyLineCanBeAPrompt(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(directory.resolve("prompts.txt"), "What is 6 * 7?\nWhat is 17 * 23?\n");

        LaunchResult result = launch(launcher, "batch submit --prompts --system Brief. --wait " + file);

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("ended", "succeeded");
        assertThat(result.getErrorOutput()).contains("Submitted msgbatch_");
        JsonNode second = server.requests().get(0).body().path("requests").path(1);
        assertThat(second.path("custom_id").asText()).isEqualTo("prompt-2");
        assertThat(second.at("/params/system").asText()).isEqualTo("Brief.");
        assertThat(second.at("/params/messages/0/content").asText()).isEqualTo("What is 17 * 23?");
    }

    @Test
    void aBatchIsShownListedAndDeleted(QuarkusMainLauncher launcher) throws IOException {
        String id = server.addBatch(3).id();

        assertThat(launch(launcher, "batch status " + id).getOutput()).contains(id, "ended").containsPattern("succeeded +3");
        assertThat(launch(launcher, "batch list").getOutput()).contains("ID", id);
        assertThat(JSON.readTree(launch(launcher, "batch list --format json").getOutput()).path(0).path("id").asText())
                .isEqualTo(id);
        assertThat(launch(launcher, "batch delete " + id).getOutput()).contains("Deleted " + id);
        assertThat(server.batches()).isEmpty();
        LaunchResult gone = launch(launcher, "batch status " + id);
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(errors(gone)).singleElement().asString().startsWith("Error: ").contains("404");
    }

    @Test
    void aBatchIsCancelledAndWaitingForItCanEndEarly(QuarkusMainLauncher launcher) throws IOException {
        server.close();
        server = ClaudeSimulator.builder().batchDuration(Duration.ofHours(5)).start();
        Path file = Files.writeString(directory.resolve("prompts.txt"), "Hello\n");
        String id = launch(launcher, "batch submit --prompts " + file).getOutput().strip();

        LaunchResult waited = launch(launcher, "batch wait --timeout 0s " + id);
        assertThat(waited.exitCode()).isEqualTo(1);
        assertThat(errors(waited)).singleElement().asString().contains(id, "has not ended");

        LaunchResult cancelled = launch(launcher, "batch cancel --format json " + id);
        assertThat(JSON.readTree(cancelled.getOutput()).path("cancel_initiated_at").asText()).isNotEmpty();
    }

    @Test
    void wrongUsageIsExplainedBeforeAnythingIsSent(QuarkusMainLauncher launcher) throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.jsonl"),
                "{\"custom_id\": \"a\", \"params\": {\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}}\n{\"x\": 1}\n");
        Path twice = Files.writeString(directory.resolve("twice.jsonl"),
                "{\"custom_id\": \"a\", \"params\": {\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}}\n"
                        .repeat(2));
        Path prompts = Files.writeString(directory.resolve("prompts.txt"), "What is 2 * 3?\n");
        Path empty = Files.writeString(directory.resolve("empty.jsonl"), "\n");

        assertThat(usage(launcher, "batch submit " + broken)).contains("Line 2", "custom_id");
        assertThat(usage(launcher, "batch submit " + prompts)).contains("Line 1", "--prompts");
        assertThat(usage(launcher, "batch submit " + twice)).contains("\"a\" comes twice");
        assertThat(usage(launcher, "batch submit " + empty)).contains("no request");
        assertThat(usage(launcher, "batch submit /no/such/file")).contains("/no/such/file");
        assertThat(usage(launcher, "batch wait --timeout soon x")).contains("soon", "10m");
        assertThat(usage(launcher, "batch")).isNotBlank();
        assertThat(server.requests()).isEmpty();
    }

    private String usage(QuarkusMainLauncher launcher, String command) {
        LaunchResult result = launch(launcher, command);
        assertThat(result.exitCode()).as(command).isEqualTo(2);
        assertThat(result.getOutput()).isEmpty();
        return result.getErrorOutput();
    }

    /** Standard error, without what Quarkus is made to log when a test starts it as a process. */
    private static List<String> errors(LaunchResult result) {
        return result.getErrorStream().stream().filter(line -> !line.isBlank() && !line.startsWith("INFO ")).toList();
    }

    private LaunchResult launch(QuarkusMainLauncher launcher, String command) {
        return launcher.launch((command + " --base-url " + server.baseUrl()).split(" "));
    }
}
