package io.github.quarkusclaude.service.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged program, as a process with a home directory of its own. Runs the native executable if there is one. */
final class Program {

    private final Map<String, String> environment = new HashMap<>();
    private final Path home;

    Program(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path credentialsFile() {
        return home.resolve(".neurolink/anthropic-credentials.json");
    }

    Outcome run(String... arguments) throws Exception {
        return start(arguments).outcome();
    }

    Running start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    Running start(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program());
        command.addAll(List.of(arguments));
        return new Running(process(command).start());
    }

    /** With a person at a terminal: what is typed comes from standard input, what is seen goes to standard output. */
    Process startInTerminal(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        return process(List.of("script", "--quiet", "--return", "--command", String.join(" ", command), "/dev/null")).start();
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANTHROPIC_") || name.startsWith("CLAUDE_")
                || name.startsWith("QUARKUS_") || name.equals("BROWSER") || name.equals("DISPLAY")
                || name.equals("WAYLAND_DISPLAY"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> program() {
        Path executable = Path.of(System.getProperty("native.image.path", "none"));
        return Files.isExecutable(executable) ? List.of(executable.toString())
                : List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-jar",
                        "target/quarkus-app/quarkus-run.jar");
    }

    /** What is left when it has ended. */
    record Outcome(int exitCode, String out, String err) {
    }

    /** The program while it runs. */
    static final class Running {

        private final Process process;
        private final CompletableFuture<String> out;
        private final BufferedReader err;
        private final StringBuilder read = new StringBuilder();

        Running(Process process) {
            this.process = process;
            this.out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        }

        private static String all(InputStream in) {
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }

        /** Waits for a line on standard error that begins like this. */
        String lineBeginningWith(String beginning) throws IOException {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                read.append(line).append('\n');
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            throw new AssertionError("No line begins with " + beginning + ":\n" + read);
        }

        Running type(String text) throws IOException {
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return this;
        }

        long pid() {
            return process.pid();
        }

        int exitCode() throws InterruptedException {
            return process.waitFor();
        }

        Outcome outcome() throws Exception {
            process.getOutputStream().close();
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                read.append(line).append('\n');
            }
            return new Outcome(process.waitFor(), out.get(30, TimeUnit.SECONDS), read.toString());
        }

        void stop() {
            process.destroyForcibly();
        }
    }
}
