package io.github.quarkusclaude.service.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Singleton;

/** Standard input and output, in UTF-8 whatever the locale says. */
@Singleton
class Terminal {

    private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");

    /** Prints to standard output at once. */
    void print(String text) {
        // bytes, because the stream's own encoding follows the locale
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    void println(String text) {
        print(text + "\n");
    }

    /** Tells the person something that is not the answer. */
    void note(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        PrintStream err = System.err;
        err.write(bytes, 0, bytes.length);
        err.flush();
    }

    /** Whether nobody reads standard output any more, as behind {@code | head}. */
    boolean isOutputGone() {
        return System.out.checkError();
    }

    /** Whether standard input comes from a pipe or a file and not from a keyboard. */
    boolean isInputPiped() {
        try {
            String target = Files.readSymbolicLink(STANDARD_INPUT).toString();
            return !target.startsWith("/dev/pts/") && !target.startsWith("/dev/tty") && !target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // not Linux: there is a console only if neither input nor output is redirected
            return System.console() == null;
        }
    }

    /** All of standard input. */
    String readInput() {
        InputStream in = System.in;
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read", e);
        }
    }
}
