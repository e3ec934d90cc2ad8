package io.github.quarkusclaude.service.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.file.FileUpload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code files upload}: uploads files and prints their ids. */
@Command(name = "upload", description = "Uploads files, and prints their ids.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class FilesUploadCommand implements Runnable {

    private final Connection connection;
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; - for standard input, which needs --name.")
    List<String> files;

    @Nullable
    @Option(names = "--name", paramLabel = "NAME", description = "The name to keep the file under, if there is only one.")
    String name;

    @Nullable
    @Option(names = "--media-type", paramLabel = "TYPE", description = "The media type; decided by the end of the name by default.")
    String mediaType;

    @Nullable
    @Option(names = "--expires-in", paramLabel = "DURATION", converter = DurationConverter.class, description = "How long to keep the file, from 1h to 90d; until it is deleted by default.")
    Duration expiresIn;

    @Mixin
    FormatOptions options;

    FilesUploadCommand(Connection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name != null && files.size() > 1) {
            throw new UsageException("--name is for one file, and there are " + files.size());
        }
        List<FileUpload> uploads = files.stream().map(this::upload).toList();
        ClaudeClient client = connection.client();
        for (FileUpload upload : uploads) {
            FileMetadata file = client.files().upload(upload);
            terminal.println(options.isJson() ? file.toJson() : file.id());
        }
    }

    private FileUpload upload(String file) {
        try {
            FileUpload upload = file.equals(Terminal.STANDARD_INPUT_NAME) ? FileUpload.of(nameOfInput(), terminal.input())
                    : FileUpload.of(Path.of(file));
            return (name == null ? upload : upload.withFilename(name)).withMediaType(mediaType).withExpiresIn(expiresIn);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private String nameOfInput() {
        if (name == null) {
            throw new UsageException("Standard input has no name: add --name NAME");
        }
        return name;
    }
}
