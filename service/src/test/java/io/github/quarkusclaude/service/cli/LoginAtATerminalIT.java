package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal is asked, and secrets are not seen. */
@Timeout(60)
class LoginAtATerminalIT {

    private static final String KEY = "sk-ant-api03-typed-where-others-look-on-Zz19";

    @TempDir
    Path home;

    private Program program;
    private Process process;
    private final StringBuilder screen = new StringBuilder();

    @BeforeEach
    void prepare() {
        assumeTrue(System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/script")),
                "There is no program that gives others a terminal (script of util-linux)");
        program = new Program(home);
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void theKeyIsHiddenAndAnotherOneIsReplacedOnlyIfThePersonSaysSo() throws Exception {
        process = program.startInTerminal("auth", "login");
        answer("How do you want to log in", "");
        answer("API key: ", KEY);
        assertThat(exitCode()).isZero();
        assertThat(screen).contains("Logged in").doesNotContain("typed-where");
        assertThat(Files.readString(program.credentialsFile())).contains(KEY);

        process = program.startInTerminal("auth", "login", "--method", "api-key");
        answer("Replace it? [y/N] ", "");
        assertThat(exitCode()).isZero();
        assertThat(screen).contains("sk-ant-*****", "Zz19", "Nothing was changed").doesNotContain("typed-where");
        assertThat(Files.readString(program.credentialsFile())).contains(KEY);

        process = program.startInTerminal("auth", "login", "--method", "api-key");
        answer("Replace it? [y/N] ", "y");
        answer("API key: ", KEY.replace("Zz19", "Yy20"));
        assertThat(exitCode()).isZero();
        assertThat(Files.readString(program.credentialsFile())).contains("Yy20").doesNotContain("Zz19");
    }

    @Test
    void nobodyIsAskedAboutALoginThatCannotBe() throws Exception {
        assertThat(program.start("auth", "login").type(KEY + "\n").outcome().exitCode()).isZero();

        process = program.startInTerminal("auth", "login", "--method", "oauth");
        assertThat(exitCode()).isEqualTo(2);
        assertThat(screen).contains("client-id").doesNotContain("Replace");
    }

    /** Waits until the question stands on the screen, and types. */
    private void answer(String question, String text) throws IOException {
        int from = screen.length();
        while (screen.indexOf(question, from) < 0) {
            int c = process.getInputStream().read();
            assertThat(c).as("%s", screen).isNotNegative();
            screen.append((char) c);
        }
        process.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private int exitCode() throws Exception {
        screen.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }
}
