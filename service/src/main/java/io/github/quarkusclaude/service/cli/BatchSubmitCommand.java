package io.github.quarkusclaude.service.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch submit}: submits the requests of a file. */
@Command(name = "submit", description = "Submits the requests of a file, and prints the id of the batch.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class BatchSubmitCommand implements Runnable {

    private final Connection connection;
    private final Terminal terminal;
    private final FactPrinter printer;
    private final BatchWaiting waiting;

    @Nullable
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON Lines, each line {\"custom_id\": …, \"params\": {the request}}. Read from standard input if it is - or absent.")
    String file;

    @Option(names = "--prompts", description = "Each line of the file is a prompt. The requests get the ids prompt-1, prompt-2, …")
    boolean prompts;

    @Nullable
    @Option(names = { "-m", "--model" }, paramLabel = "ID", description = "The model of all requests.")
    String model;

    @Nullable
    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions before each conversation.")
    String system;

    @Nullable
    @Option(names = "--max-tokens", paramLabel = "N", description = "The longest answer to each request in tokens.")
    Integer maxTokens;

    @Option(names = "--wait", description = "Wait for the end, and print the batch as it has ended.")
    boolean wait;

    @Nullable
    @Option(names = "--timeout", paramLabel = "DURATION", converter = DurationConverter.class, description = "With --wait: how long to wait, for instance 90s, 10m or 24h. The batch goes on all the same.")
    Duration timeout;

    @Mixin
    FormatOptions options;

    BatchSubmitCommand(Connection connection, Terminal terminal, FactPrinter printer, BatchWaiting waiting) {
        this.connection = connection;
        this.terminal = terminal;
        this.printer = printer;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        String name = file == null ? Terminal.STANDARD_INPUT_NAME : file;
        if (file == null && !terminal.isInputPiped()) {
            throw new UsageException("Which requests? Give a file, or pipe them in");
        }
        if (!name.equals(Terminal.STANDARD_INPUT_NAME) && !Files.isReadable(Path.of(name))) {
            throw new UsageException("There is no file " + name + " that can be read");
        }
        ClaudeClient client = connection.client();
        MessageBatch batch;
        try (BufferedReader lines = terminal.reader(name)) {
            batch = client.batches().create(() -> new BatchLines(lines, name, prompts, this::complete));
        } catch (IOException e) {
            throw new UsageException("The file " + name + " cannot be read: " + e.getMessage());
        }
        if (wait) {
            // known even if the waiting is interrupted
            terminal.note("Submitted " + batch.id());
            printer.print(waiting.awaitEnd(client, batch.id(), timeout), BatchTable::one, options);
        } else if (options.isJson()) {
            terminal.println(batch.toJson());
        } else {
            terminal.println(batch.id());
        }
    }

    private MessageRequest complete(MessageRequest request) {
        MessageRequestBuilder builder = request.toBuilder();
        if (model != null) {
            builder.model(model);
        }
        if (system != null) {
            builder.system(system);
        }
        if (maxTokens != null) {
            builder.maxTokens(maxTokens);
        }
        return builder.build();
    }
}
