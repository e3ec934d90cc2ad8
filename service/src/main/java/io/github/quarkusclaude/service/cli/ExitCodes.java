package io.github.quarkusclaude.service.cli;

import java.util.concurrent.CancellationException;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.AuthorizationException;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.RateLimitException;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.configuration.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns failures into one line on standard error and an exit code. */
@Singleton
class ExitCodes implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    static final int NOT_AUTHENTICATED = 3;
    private static final int RATE_LIMITED = 4;
    private static final int INTERRUPTED = 130;

    private final GlobalOptions options;
    private final Terminal terminal;

    ExitCodes(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parseResult) {
        if (ApplicationLifecycleManager.isVmShuttingDown() || failure instanceof CancellationException) {
            // Ctrl-C: whatever fails now fails because of it
            return INTERRUPTED;
        }
        terminal.note("Error: " + oneLine(failure));
        if (failure instanceof AuthenticationException authentication && authentication.status() == 0
                && !AuthCommand.isParentOf(command)) {
            terminal.note("To store a key, use: quarkus-claude auth login. To try things out without one, add --simulate.");
        }
        if (options.verbose) {
            failure.printStackTrace(System.err);
        }
        return of(failure);
    }

    private static int of(Exception failure) {
        if (failure instanceof UsageException || failure instanceof ConfigurationException || isRefusedUnsent(failure)) {
            return WRONG_USAGE;
        }
        if (failure instanceof AuthenticationException || failure instanceof AuthorizationException) {
            return NOT_AUTHENTICATED;
        }
        return failure instanceof RateLimitException ? RATE_LIMITED : FAILED;
    }

    /** What the client itself finds wrong with a request is what was typed. */
    private static boolean isRefusedUnsent(Exception failure) {
        return failure instanceof InvalidRequestException invalid && invalid.status() == 0;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
