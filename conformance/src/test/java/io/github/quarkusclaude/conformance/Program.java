package io.github.quarkusclaude.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program, as a process with an environment and a home directory of its own: the native executable under
 * {@code -Dnative}, the jar otherwise.
 */
final class Program {

    private static final String LISTENING = "Listening on: ";

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> properties = new ArrayList<>();
    private final Path home;

    Program(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** Whether the native executable is what is tested. */
    static boolean isNative() {
        return Boolean.getBoolean("conformance.native");
    }

    /** The same program with one more variable. */
    Program with(String variable, String value) {
        Program other = copy();
        other.environment.put(variable, value);
        return other;
    }

    /** The same program without a variable. */
    Program without(String variable) {
        Program other = copy();
        other.environment.remove(variable);
        return other;
    }

    /** The same program with one more property of its configuration. */
    Program property(String name, String value) {
        Program other = copy();
        other.properties.add("-D" + name + "=" + value);
        return other;
    }

    private Program copy() {
        Program copy = new Program(home);
        copy.environment.putAll(environment);
        copy.properties.addAll(properties);
        return copy;
    }

    Path home() {
        return home;
    }

    Path credentialsFile() {
        return home.resolve(".neurolink/anthropic-credentials.json");
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) {
        return start(arguments).outcome();
    }

    /** Starts a command. */
    Running start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Starts a command through another, such as {@code env}. */
    Running start(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANTHROPIC_") || name.startsWith("CLAUDE_")
                || name.startsWith("QUARKUS_") || name.equals("BROWSER") || name.equals("DISPLAY")
                || name.equals("WAYLAND_DISPLAY"));
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the public API over HTTP. */
    Api serve() {
        Running running = with("QUARKUS_HTTP_HOST_ENABLED", "true").with("QUARKUS_LOG_CATEGORY__IO_QUARKUS__LEVEL", "INFO")
                .start();
        String line = running.lineContaining(LISTENING);
        return new Api(line.substring(line.indexOf(LISTENING) + LISTENING.length()).strip(), running);
    }

    private List<String> program() {
        List<String> program = new ArrayList<>();
        if (isNative()) {
            Path executable = Path.of(System.getProperty("native.image.path"));
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException("There is no native executable " + executable);
            }
            program.add(executable.toString());
            program.addAll(properties);
            return program;
        }
        program.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        program.addAll(properties);
        program.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        return program;
    }

    /** What is left of a command. */
    record Outcome(int exitCode, String out, String err) {
    }

    /** A command under way. */
    static final class Running {

        private final Process process;
        private final CompletableFuture<String> out;
        private final CompletableFuture<Void> errRead;
        private final StringBuffer err = new StringBuffer();

        private Running(Process process) {
            this.process = process;
            out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()), Program::inThread);
            errRead = CompletableFuture.runAsync(() -> readErr(process), Program::inThread);
        }

        private void readErr(Process process) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    synchronized (err) {
                        err.append(line).append('\n');
                        err.notifyAll();
                    }
                }
            } catch (IOException e) {
                // it has ended
            } finally {
                synchronized (err) {
                    err.append('\0');
                    err.notifyAll();
                }
            }
        }

        /** Waits for a line on standard error. */
        String lineContaining(String text) {
            synchronized (err) {
                while (true) {
                    for (String line : err.toString().split("\n")) {
                        if (line.contains(text)) {
                            return line;
                        }
                    }
                    if (err.indexOf("\0") >= 0) {
                        throw new AssertionError("No line contains " + text + ":\n" + err);
                    }
                    try {
                        err.wait();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }

        /** What it has said so far on standard error. */
        String err() {
            return err.toString().replace("\0", "");
        }

        /** Types the text and ends standard input. */
        Running type(String text) {
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        long pid() {
            return process.pid();
        }

        /** Waits for the end. */
        Outcome outcome() {
            try {
                process.getOutputStream().close();
                int exitCode = process.waitFor();
                errRead.orTimeout(60, TimeUnit.SECONDS).join();
                return new Outcome(exitCode, out.orTimeout(60, TimeUnit.SECONDS).join(), err());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void stop() {
            process.destroyForcibly();
        }

        private static String all(InputStream in) {
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "output of the program");
        thread.setDaemon(true);
        thread.start();
    }
}
