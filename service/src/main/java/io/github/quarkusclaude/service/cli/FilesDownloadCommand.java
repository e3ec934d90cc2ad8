package io.github.quarkusclaude.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code files download}: fetches the content of a file that a tool made. */
@Command(name = "download", description = "Downloads a file. Only files that tools have made can be downloaded.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class FilesDownloadCommand implements Runnable {

    private final Connection connection;
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The id of the file.")
    String id;

    @Nullable
    @Option(names = { "-o",
            "--to" }, paramLabel = "FILE", description = "Where to; - for standard output. A file of its own name in the current directory by default, which must not exist.")
    String target;

    FilesDownloadCommand(Connection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        ClaudeClient client = connection.client();
        if (Terminal.STANDARD_INPUT_NAME.equals(target)) {
            client.files().download(id, terminal.output());
            return;
        }
        Path file = target == null ? ownName(client) : Path.of(target);
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UsageException("There is no directory " + directory);
        }
        long size = client.files().download(id, file);
        terminal.note("Wrote " + size + " bytes to " + file);
    }

    /** The name the file has at the API, which decides nothing about the directory. */
    private Path ownName(ClaudeClient client) {
        String filename = client.files().get(id).filename();
        String name = filename == null ? id : filename.replaceAll("^.*[/\\\\]", "");
        if (name.isBlank() || name.startsWith(".")) {
            name = id;
        }
        Path file = Path.of(name);
        if (Files.exists(file)) {
            throw new UsageException("There is a file " + name + " already. Say where to with -o FILE");
        }
        return file;
    }
}
