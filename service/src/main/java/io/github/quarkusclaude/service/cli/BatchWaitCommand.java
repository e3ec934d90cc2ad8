package io.github.quarkusclaude.service.cli;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch wait}: waits for the end of a batch. */
@Command(name = "wait", description = "Waits for the end of a batch, with a progress bar if standard error is a terminal.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class BatchWaitCommand implements Runnable {

    private final Connection connection;
    private final FactPrinter printer;
    private final BatchWaiting waiting;

    @Parameters(paramLabel = "ID", description = "The id of the batch.")
    String id;

    @Nullable
    @Option(names = "--timeout", paramLabel = "DURATION", converter = DurationConverter.class, description = "How long to wait, for instance 90s, 10m or 24h; for ever by default. The batch goes on all the same.")
    Duration timeout;

    @Mixin
    FormatOptions options;

    BatchWaitCommand(Connection connection, FactPrinter printer, BatchWaiting waiting) {
        this.connection = connection;
        this.printer = printer;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        printer.print(waiting.awaitEnd(connection.client(), id, timeout), BatchTable::one, options);
    }
}
