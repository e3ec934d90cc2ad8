package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.simulator.ClaudeSimulator;

/**
 * What is far larger than the heap goes through a process with 64 MB of it: the whole program, from the network to the
 * screen. The server makes and swallows the bytes on the way.
 */
@Timeout(180)
class SmallHeapIT {

    private static final String HEAP = "-Xmx64m";
    private static final int RESULTS = 300_000;
    private static final long FILE_SIZE = 500L << 20;

    private ClaudeSimulator server;
    private Process process;

    @TempDir
    Path directory;

    @BeforeEach
    void startServer() {
        server = ClaudeSimulator.builder().keepUploads(false).start();
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
        server.close();
    }

    @Test
    void threeHundredThousandResultsOfABatch() throws Exception {
        start("batch", "results", "--format", "json", server.addBatch(RESULTS).id());

        assertThat(count('\n')).isEqualTo(RESULTS);
        assertSuccess();
    }

    @Test
    void theUploadOfTheLargestFile() throws Exception {
        Path file = directory.resolve("largest.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(FILE_SIZE);
        }
        start("files", "upload", file.toString());

        assertThat(count('\n')).isEqualTo(1);
        assertSuccess();
        assertThat(server.files()).singleElement().satisfies(kept -> assertThat(kept.size()).isEqualTo(FILE_SIZE));
    }

    @Test
    void theDownloadOfTheLargestFile() throws Exception {
        start("files", "download", "-o", "-", server.addFile("largest.bin", "application/octet-stream", FILE_SIZE).id());

        // each byte is its position modulo 251
        assertThat(count(250)).isEqualTo(FILE_SIZE / 251);
        assertSuccess();
    }

    private void start(String... arguments) throws IOException {
        Path executable = Path.of(System.getProperty("native.image.path", "none"));
        List<String> command = new ArrayList<>(Files.isExecutable(executable) ? List.of(executable.toString(), HEAP)
                : List.of(ProcessHandle.current().info().command().orElse("java"), HEAP, "-XX:+ExitOnOutOfMemoryError",
                        "-jar", "target/quarkus-app/quarkus-run.jar"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ANTHROPIC_API_KEY", server.apiKey());
        builder.environment().put("ANTHROPIC_BASE_URL", server.baseUrl());
        builder.redirectError(directory.resolve("errors").toFile());
        process = builder.start();
    }

    /** How many of the bytes on standard output have a value. */
    private long count(int value) throws IOException {
        long count = 0;
        byte[] bytes = new byte[64 * 1024];
        try (InputStream out = process.getInputStream()) {
            for (int n = out.read(bytes); n >= 0; n = out.read(bytes)) {
                for (int i = 0; i < n; i++) {
                    if ((bytes[i] & 0xFF) == value) {
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private void assertSuccess() throws Exception {
        assertThat(process.waitFor()).as(Files.readString(directory.resolve("errors"), StandardCharsets.UTF_8)).isZero();
    }
}
