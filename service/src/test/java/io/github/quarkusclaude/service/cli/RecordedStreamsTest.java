package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/**
 * Streams of the real API, served back byte for byte: the command line prints the message that the official SDK makes of
 * them. They are kept outside of the project; where they are absent, the test is skipped.
 */
@QuarkusMainTest
@TestProfile(WithKey.class)
class RecordedStreamsTest {

    private static final Path ROOT = Path.of("../../shared/fixtures/recorded");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Comparator<JsonNode> BY_MEANING = (a, b) -> a.isNumber() && b.isNumber()
            ? a.decimalValue().compareTo(b.decimalValue())
            : a.equals(b) ? 0 : 1;

    /** Only every n-th stream is replayed. */
    int step() {
        return 1;
    }

    @Test
    void theyBecomeTheMessageOfTheOfficialSdk(QuarkusMainLauncher launcher) throws IOException {
        assumeTrue(Files.isDirectory(ROOT), () -> "No recorded traffic at " + ROOT + ": skipped");
        List<Path> streams;
        try (Stream<Path> files = Files.list(ROOT.resolve("streams"))) {
            streams = files.sorted().toList();
        }
        try (ClaudeSimulator server = ClaudeSimulator.builder().start()) {
            for (int i = 0; i < streams.size(); i += step()) {
                Path stream = streams.get(i);
                JsonNode expected = JSON.readTree(ROOT.resolve("expected")
                        .resolve(stream.getFileName().toString().replace(".sse", ".json")).toFile());
                server.script(ScriptedAnswer.sse(Files.readAllBytes(stream)));
                LaunchResult result = launcher.launch("generate", "--stream", "--output", "json", "--base-url",
                        server.baseUrl(), "Hello");
                if (expected.path("ok").booleanValue()) {
                    assertThat(result.exitCode()).as(stream.toString()).isZero();
                    JsonNode message = JSON.readTree(result.getOutput());
                    assertThat(expected.path("message").equals(BY_MEANING, message)).as(stream.toString()).isTrue();
                } else if (!stream.toString().contains("streaming-gateway-message-delta-metadata")) {
                    // there the SDK stumbles over what a gateway adds behind a complete message
                    assertThat(result.exitCode()).as(stream.toString()).isEqualTo(1);
                    assertThat(result.getOutput()).isEmpty();
                }
            }
        }
    }
}
