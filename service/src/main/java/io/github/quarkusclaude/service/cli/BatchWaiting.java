package io.github.quarkusclaude.service.cli;

import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.MessageBatch;

/** Waits for the end of a batch and shows how far it is, if somebody is looking. */
@Singleton
class BatchWaiting {

    /** A person is looking: soon at first. */
    private static final BatchPolling POLLING = BatchPolling.DEFAULT.withIntervals(Duration.ofSeconds(1),
            Duration.ofSeconds(30));

    private final Terminal terminal;

    BatchWaiting(Terminal terminal) {
        this.terminal = terminal;
    }

    MessageBatch awaitEnd(ClaudeClient client, String id, @Nullable Duration timeout) {
        ProgressBar bar = terminal.isErrorShown() ? new ProgressBar() : null;
        try (Stream<MessageBatch> states = client.batches().watch(id, POLLING.withTimeout(timeout))) {
            Iterator<MessageBatch> each = states.iterator();
            MessageBatch batch = each.next();
            show(bar, batch);
            while (each.hasNext()) {
                batch = each.next();
                show(bar, batch);
            }
            return batch;
        } finally {
            if (bar != null) {
                terminal.printError(bar.end());
            }
        }
    }

    private void show(@Nullable ProgressBar bar, MessageBatch batch) {
        if (bar != null) {
            terminal.printError(bar.show(batch.counts(), batch.status()));
        }
    }
}
