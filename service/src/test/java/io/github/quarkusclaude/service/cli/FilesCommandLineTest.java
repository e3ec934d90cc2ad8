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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** {@code files}, from the upload to the deletion. */
@QuarkusMainTest
@TestProfile(WithKey.class)
class FilesCommandLineTest {

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

    @Test
    void filesAreUploadedShownAndDeleted(QuarkusMainLauncher launcher) throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "Grüße");
        Path data = Files.writeString(directory.resolve("data.csv"), "a,b\n1,2\n");

        LaunchResult uploaded = launch(launcher, "files upload --expires-in 2h " + notes + " " + data);
        List<String> ids = uploaded.getOutputStream();
        assertThat(uploaded.exitCode()).isZero();
        assertThat(ids).hasSize(2).allMatch(id -> id.startsWith("file_"));

        JsonNode shown = JSON.readTree(launch(launcher, "files show --format json " + ids.get(0)).getOutput());
        assertThat(shown.path("filename").asText()).isEqualTo("notes.txt");
        assertThat(shown.path("mime_type").asText()).isEqualTo("text/plain");
        assertThat(shown.path("size_bytes").asInt()).isEqualTo(7);
        assertThat(shown.path("expires_at").asText()).isNotEmpty();
        assertThat(launch(launcher, "files show " + ids.get(1)).getOutput()).contains("data.csv", "text/csv", "8");
        assertThat(launch(launcher, "files list").getOutput()).contains("notes.txt", ids.get(1));
        assertThat(JSON.readTree(launch(launcher, "files list --format json").getOutput())).hasSize(2);

        assertThat(launch(launcher, "files delete " + ids.get(0) + " " + ids.get(1)).getOutput())
                .contains("Deleted " + ids.get(1));
        assertThat(server.files()).isEmpty();
    }

    @Test
    void aNameAndAMediaTypeCanBeGiven(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "Hello");

        JsonNode uploaded = JSON.readTree(launch(launcher,
                "files upload --name letter.md --media-type text/plain --format json " + file).getOutput());

        assertThat(uploaded.path("filename").asText()).isEqualTo("letter.md");
        assertThat(uploaded.path("mime_type").asText()).isEqualTo("text/plain");
    }

    @Test
    void filesThatToolsMadeAreDownloaded(QuarkusMainLauncher launcher) throws IOException {
        byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        String id = server.addFile("chart.csv", "text/csv", content).id();
        Path target = directory.resolve("mine.csv");

        LaunchResult downloaded = launch(launcher, "files download -o " + target + " " + id);

        assertThat(downloaded.exitCode()).isZero();
        assertThat(downloaded.getOutput()).isEmpty();
        assertThat(target).hasBinaryContent(content);
        assertThat(launch(launcher, "files download -o - " + id).getOutput()).startsWith("a,b\n1,2");
    }

    @Test
    void wrongUsageIsExplainedBeforeAnythingIsSent(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(directory.resolve("x.txt"), "Hello");

        assertThat(usage(launcher, "files upload /no/such/file.pdf")).contains("/no/such/file.pdf");
        assertThat(usage(launcher, "files upload --expires-in 5m " + file)).contains("90 days");
        assertThat(usage(launcher, "files upload --name x " + file + " " + file)).contains("--name");
        assertThat(usage(launcher, "files upload -")).contains("--name");
        assertThat(usage(launcher, "files download -o /no/such/directory/x file_1")).contains("/no/such/directory");
        assertThat(usage(launcher, "files")).isNotBlank();
        assertThat(server.requests()).isEmpty();
    }

    private String usage(QuarkusMainLauncher launcher, String command) {
        LaunchResult result = launch(launcher, command);
        assertThat(result.exitCode()).as(command).isEqualTo(2);
        assertThat(result.getOutput()).isEmpty();
        return result.getErrorOutput();
    }

    private LaunchResult launch(QuarkusMainLauncher launcher, String command) {
        return launcher.launch((command + " --base-url " + server.baseUrl()).split(" "));
    }
}
