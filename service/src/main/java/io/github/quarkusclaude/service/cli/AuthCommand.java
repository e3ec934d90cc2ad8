package io.github.quarkusclaude.service.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthStatus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auth}: logins, and what else proves who asks. */
@Command(name = "auth", description = "Logs in and out, and tells what proves who asks.", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
        AuthLoginCommand.class, AuthCommand.Status.class, AuthCommand.Refresh.class, AuthLogoutCommand.class })
class AuthCommand {

    /** Whether a command is one of these. */
    static boolean isParentOf(CommandLine command) {
        return command.getParent() != null && command.getParent().getCommandSpec().name().equals("auth");
    }

    /** {@code auth status}: what requests are sent with. */
    @Command(name = "status", description = "Shows what proves who asks, where it comes from and how long it works. Shows no secret and asks nobody over the network.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Status implements Callable<Integer> {

        private final Accounts accounts;
        private final AuthPrinter printer;

        @Mixin
        AuthOptions options;

        @Option(names = "--check", description = "End with exit code " + ExitCodes.NOT_AUTHENTICATED
                + " if there is nothing that works.")
        boolean check;

        Status(Accounts accounts, AuthPrinter printer) {
            this.accounts = accounts;
            this.printer = printer;
        }

        @Override
        public Integer call() {
            AuthStatus status = accounts.account().status();
            printer.printStatus(status, options);
            return check && !works(status) ? ExitCodes.NOT_AUTHENTICATED : ExitCode.OK;
        }

        private static boolean works(AuthStatus status) {
            return status.method() != null && status.lastFailure() == null
                    && (status.refreshable() || !isOver(status.expiresAt()));
        }

        private static boolean isOver(@Nullable Instant expiresAt) {
            return expiresAt != null && !expiresAt.isAfter(Clock.systemUTC().instant());
        }
    }

    /** {@code auth refresh}: a new access token. */
    @Command(name = "refresh", description = "Gets a new access token for a login, whatever is left of the old one.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Refresh implements Runnable {

        private final Accounts accounts;
        private final AuthPrinter printer;

        @Mixin
        AuthOptions options;

        Refresh(Accounts accounts, AuthPrinter printer) {
            this.accounts = accounts;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.printDone("Refreshed.", accounts.account().refresh(), options);
        }
    }
}
