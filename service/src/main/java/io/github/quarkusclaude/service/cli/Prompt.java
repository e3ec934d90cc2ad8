package io.github.quarkusclaude.service.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.inject.Singleton;

/** Asks the person at the terminal, on standard error: standard output belongs to results. */
@Singleton
class Prompt {

    /** Longer than any key or code. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final Terminal terminal;

    Prompt(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether there is somebody to ask. */
    boolean isPossible() {
        return !terminal.isInputPiped();
    }

    /** Asks for a line. It is read from standard input, whatever that is. */
    String ask(String question) {
        if (isPossible()) {
            terminal.printError(question + " ");
        }
        return readLine();
    }

    /** Asks a question that is answered with no unless somebody says yes. */
    boolean confirm(String question) {
        String answer = ask(question + " [y/N]").strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** Asks for a line that nobody else should see. */
    String secret(String question) {
        if (!isPossible()) {
            return readLine();
        }
        Console console = System.console();
        if (console == null) {
            throw new UsageException("What is typed here would be seen on the screen. Pipe it in instead, or do not redirect"
                    + " standard output");
        }
        // the console asks, because it hides what is typed before it does
        char[] typed = console.readPassword("%s ", question);
        return typed == null ? "" : new String(typed);
    }

    /** Byte by byte, since what comes behind the line may be meant for somebody else. */
    private static String readLine() {
        InputStream in = System.in;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                if (line.size() == LONGEST_LINE) {
                    throw new UsageException("The line on standard input is too long");
                }
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read", e);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
