package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code batch}: message batches, from the submission to the results. */
@Command(name = "batch", description = "Submits many requests at once, which may take up to a day and cost half.", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
        BatchSubmitCommand.class, BatchCommand.Status.class, BatchCommand.ListBatches.class, BatchWaitCommand.class,
        BatchResultsCommand.class, BatchCommand.Cancel.class, BatchCommand.Delete.class })
class BatchCommand {

    /** {@code batch status}: how far a batch is. */
    @Command(name = "status", description = "Shows how far a batch is.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Status implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Parameters(paramLabel = "ID", description = "The id of the batch.")
        String id;

        @Mixin
        FormatOptions options;

        Status(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.print(connection.client().batches().get(id), BatchTable::one, options);
        }
    }

    /** {@code batch list}: all batches. */
    @Command(name = "list", description = "Lists the batches, the newest first.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class ListBatches implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Mixin
        FormatOptions options;

        ListBatches(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.printAll(connection.client().batches().list(), BatchTable::all, options);
        }
    }

    /** {@code batch cancel}: ends a batch early. */
    @Command(name = "cancel", description = "Cancels a batch. Requests that are being answered are finished first.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Cancel implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Parameters(paramLabel = "ID", description = "The id of the batch.")
        String id;

        @Mixin
        FormatOptions options;

        Cancel(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.print(connection.client().batches().cancel(id), BatchTable::one, options);
        }
    }

    /** {@code batch delete}: removes a batch and its results. */
    @Command(name = "delete", description = "Deletes a batch that has ended, and its results.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Delete implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Parameters(paramLabel = "ID", description = "The id of the batch.")
        String id;

        @Mixin
        FormatOptions options;

        Delete(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            connection.client().batches().delete(id);
            printer.printDeleted(id, "message_batch_deleted", options);
        }
    }
}
