package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script in the root of a checkout. */
@Timeout(60)
class LauncherIT {

    @TempDir
    Path directory;

    @Test
    void itCanBeLinkedFromADirectoryOfThePath() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "The launcher is a shell script");
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Files.createSymbolicLink(directory.resolve("launcher"), Path.of("..", "quarkus-claude").toRealPath());
        Path link = Files.createSymbolicLink(bin.resolve("qc"), Path.of("..", "launcher"));
        Process process = new ProcessBuilder(link.toString(), "--version").redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("quarkus-claude ");
        assertThat(process.waitFor()).isZero();
    }
}
