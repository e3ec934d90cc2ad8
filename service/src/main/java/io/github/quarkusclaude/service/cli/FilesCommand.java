package io.github.quarkusclaude.service.cli;

import java.util.List;

import io.github.quarkusclaude.ClaudeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code files}: the files kept by the API. */
@Command(name = "files", description = "Keeps files at the API, to be named in requests.", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
        FilesUploadCommand.class, FilesCommand.ListFiles.class, FilesCommand.Show.class, FilesDownloadCommand.class,
        FilesCommand.Delete.class })
class FilesCommand {

    /** {@code files list}: all files. */
    @Command(name = "list", description = "Lists the files, the newest first.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class ListFiles implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Mixin
        FormatOptions options;

        ListFiles(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.printAll(connection.client().files().list(), FileTable::all, options);
        }
    }

    /** {@code files show}: all about one file. */
    @Command(name = "show", description = "Shows what the API knows of a file.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Show implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Parameters(paramLabel = "ID", description = "The id of the file.")
        String id;

        @Mixin
        FormatOptions options;

        Show(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            printer.print(connection.client().files().get(id), FileTable::one, options);
        }
    }

    /** {@code files delete}: removes files. */
    @Command(name = "delete", description = "Deletes files.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class Delete implements Runnable {

        private final Connection connection;
        private final FactPrinter printer;

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The ids of the files.")
        List<String> ids;

        @Mixin
        FormatOptions options;

        Delete(Connection connection, FactPrinter printer) {
            this.connection = connection;
            this.printer = printer;
        }

        @Override
        public void run() {
            ClaudeClient client = connection.client();
            for (String id : ids) {
                client.files().delete(id);
                printer.printDeleted(id, "file_deleted", options);
            }
        }
    }
}
