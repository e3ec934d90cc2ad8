package io.github.quarkusclaude.service.cli;

import java.util.Iterator;
import java.util.stream.Stream;

import io.github.quarkusclaude.batch.BatchError;
import io.github.quarkusclaude.batch.BatchOutcome;
import io.github.quarkusclaude.batch.BatchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code batch results}: prints the results of a batch as they are read. */
@Command(name = "results", description = "Prints the results of a batch that has ended: the answers under the ids of their requests, or JSON Lines.", mixinStandardHelpOptions = true, versionProvider = Version.class)
class BatchResultsCommand implements Runnable {

    private final Connection connection;
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The id of the batch.")
    String id;

    @Mixin
    FormatOptions options;

    BatchResultsCommand(Connection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        int unanswered = 0;
        try (Stream<BatchResult> results = connection.client().batches().results(id)) {
            Iterator<BatchResult> each = results.iterator();
            while (!terminal.isOutputGone() && each.hasNext()) {
                BatchResult result = each.next();
                unanswered += result.message().isPresent() ? 0 : 1;
                terminal.println(options.isJson() ? result.toJson() : text(result));
            }
        }
        if (unanswered > 0) {
            terminal.note(unanswered + (unanswered == 1 ? " request has" : " requests have") + " no answer.");
        }
    }

    private static String text(BatchResult result) {
        String head = "== " + result.customId();
        if (result.outcome() instanceof BatchOutcome.Succeeded succeeded) {
            return head + "\n" + succeeded.message().text() + "\n";
        }
        if (result.outcome() instanceof BatchOutcome.Errored errored) {
            BatchError error = errored.error();
            return head + " failed: " + error.message() + " (" + error.type() + ")\n";
        }
        return head + " has no answer: " + result.outcome().type() + "\n";
    }
}
