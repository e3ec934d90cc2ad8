package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;

/** What only a process of its own can show: pipes, signals, bytes on the screen. Runs the native executable if there is one. */
@Timeout(60)
class ProcessIT {

    private static final String STORY_BEGINS = """
            event: message_start
            data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[]}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Once upon a time"}}

            """;

    private ClaudeSimulator server;
    private Process process;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
        server.close();
    }

    @Test
    void aPromptCanBePipedIn() throws Exception {
        for (String[] arguments : new String[][] { { "generate" }, { "generate", "-" } }) {
            start(arguments);
            try (OutputStream in = process.getOutputStream()) {
                in.write("Say exactly: Grüße, 世界\n".getBytes(StandardCharsets.UTF_8));
            }

            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("Grüße, 世界");
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void nothingPipedInIsWrongUsage() throws Exception {
        start("generate");
        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aRequestCanBePipedIn() throws Exception {
        start("generate", "--request", "-", "--output", "json");
        try (OutputStream in = process.getOutputStream()) {
            in.write("{\"messages\":[{\"role\":\"user\",\"content\":\"What is 6 * 7?\"}]}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("42");
    }

    @Test
    void aPromptCanBePipedInBesideAnImage() throws Exception {
        start("stream", "--image", "https://example.com/a.png");
        try (OutputStream in = process.getOutputStream()) {
            in.write("What is this?\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("1 image",
                "What is this?");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void whatAModelDoesNotTakeIsWarnedAboutBesideTheAnswer() throws Exception {
        start("generate", "--thinking", "--temperature", "0.5", "--enable-beta=false", "--beta", "compact-2026-01-12",
                "What is 6 * 7?");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("42")
                .doesNotContain("WARN");
        assertThat(process.waitFor()).isZero();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(3).allMatch(line -> line.startsWith("WARN"))
                .anyMatch(line -> line.contains("does not take thinking with a budget"))
                .anyMatch(line -> line.contains("does not take temperature"))
                .anyMatch(line -> line.contains("the request forbids beta features"));
    }

    @Test
    void aModelTheTierDoesNotHaveIsWarnedAboutBesideTheAnswer() throws Exception {
        start("generate", "--subscription-tier", "free", "-m", "claude-opus-5-5", "Say exactly: Hello");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Hello");
        assertThat(process.waitFor()).isZero();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines()).singleElement()
                .asString().startsWith("WARN").contains("free policy", "claude-opus-5-5", "claude-haiku-5-5");
    }

    @Test
    void textIsOnTheScreenBeforeTheServerGoesOnAndControlCClosesTheConnection() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Signals are sent with kill");
        StreamScript script = new StreamScript();
        server.script(script);
        script.send(STORY_BEGINS);
        startInForeground("stream", "Tell me a story");

        // the server sends nothing more
        assertThat(read("Once upon a time".length())).isEqualTo("Once upon a time");

        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aReaderThatLeavesEndsTheStream() throws Exception {
        StreamScript script = new StreamScript();
        server.script(script);
        script.send(STORY_BEGINS);
        start("stream", "Tell me a story");
        read("Once upon a time".length());

        process.getInputStream().close();
        // the server never ends this answer: only the missing reader can end the program
        script.send("""
                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" there was a king"}}

                """);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private void start(String... arguments) throws IOException {
        start(List.of(), arguments);
    }

    /**
     * Starts the program as a terminal would. A shell lets what it runs in the background ignore SIGINT, and so does
     * everything started from there, this test's process and its children included.
     */
    private void startInForeground(String... arguments) throws Exception {
        List<String> foreground = List.of("env", "--default-signal=INT");
        start(succeeds(foreground, "true") ? foreground : List.of(), arguments);
    }

    private static boolean succeeds(List<String> prefix, String program) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private void start(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ANTHROPIC_API_KEY", server.apiKey());
        builder.environment().put("ANTHROPIC_BASE_URL", server.baseUrl());
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
    }

    private static List<String> program() {
        Path executable = Path.of(System.getProperty("native.image.path", "none"));
        return Files.isExecutable(executable) ? List.of(executable.toString())
                : List.of(ProcessHandle.current().info().command().orElse("java"), "-jar",
                        "target/quarkus-app/quarkus-run.jar");
    }

    private String read(int bytes) throws IOException {
        InputStream out = process.getInputStream();
        return new String(out.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
