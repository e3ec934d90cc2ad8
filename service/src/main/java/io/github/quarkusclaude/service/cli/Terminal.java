package io.github.quarkusclaude.service.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Singleton;

/** Standard input and output, in UTF-8 whatever the locale says. */
@Singleton
class Terminal {

    /** What names standard input, or standard output, where a file is asked for. */
    static final String STANDARD_INPUT_NAME = "-";

    private static final String STANDARD_INPUT = "/proc/self/fd/0";
    private static final String STANDARD_ERROR = "/proc/self/fd/2";

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

    /** Writes to standard error as it is, at once: for what is written over. */
    void printError(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.err.write(bytes, 0, bytes.length);
        System.err.flush();
    }

    /** Whether standard error is the screen of a person, who may like to see progress. */
    boolean isErrorShown() {
        return isTerminal(STANDARD_ERROR, System.console() != null);
    }

    /** Whether nobody reads standard output any more, as behind {@code | head}. */
    boolean isOutputGone() {
        return System.out.checkError();
    }

    /** Whether standard input comes from a pipe or a file and not from a keyboard. */
    boolean isInputPiped() {
        // not Linux: there is a console only if neither input nor output is redirected
        return !isTerminal(STANDARD_INPUT, System.console() != null);
    }

    private static boolean isTerminal(String descriptor, boolean otherwise) {
        try {
            String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return otherwise;
        }
    }

    /** The text of a file, or of standard input, to be read line by line. */
    BufferedReader reader(String file) throws IOException {
        return STANDARD_INPUT_NAME.equals(file)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    /** Standard input as bytes. */
    InputStream input() {
        return System.in;
    }

    /** Standard output as bytes. */
    OutputStream output() {
        return System.out;
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
