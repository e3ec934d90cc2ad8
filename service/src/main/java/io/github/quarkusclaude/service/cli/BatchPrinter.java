package io.github.quarkusclaude.service.cli;

import java.util.List;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.batch.BatchCounts;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.json.RawJson;

/** Prints batches. */
@Singleton
class BatchPrinter {

    private final Terminal terminal;

    BatchPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(MessageBatch batch, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(batch.toJson());
            return;
        }
        TextTable table = new TextTable();
        row(table, "id", batch.id());
        row(table, "status", batch.status().value());
        row(table, "requests", Integer.toString(batch.counts().total()));
        if (batch.hasEnded()) {
            outcomes(table, batch.counts());
        }
        row(table, "created", batch.createdAt());
        row(table, "expires", batch.expiresAt());
        row(table, "cancelled", batch.cancelInitiatedAt());
        row(table, "ended", batch.endedAt());
        row(table, "archived", batch.archivedAt());
        terminal.print(table.toString());
    }

    private static void outcomes(TextTable table, BatchCounts counts) {
        row(table, "succeeded", Integer.toString(counts.succeeded()));
        row(table, "errored", Integer.toString(counts.errored()));
        row(table, "canceled", Integer.toString(counts.canceled()));
        row(table, "expired", Integer.toString(counts.expired()));
    }

    private static void row(TextTable table, String name, @Nullable String value) {
        if (value != null) {
            table.row(name, value);
        }
    }

    void printAll(List<MessageBatch> batches, FormatOptions options) {
        if (options.isJson()) {
            terminal.println(
                    RawJson.from(batches.stream().map(batch -> RawJson.of(batch.toJson()).tree()).toList()).toString());
            return;
        }
        TextTable table = new TextTable("ID", "STATUS", "REQUESTS", "SUCCEEDED", "CREATED");
        for (MessageBatch batch : batches) {
            table.row(batch.id(), batch.status().value(), Integer.toString(batch.counts().total()),
                    batch.hasEnded() ? Integer.toString(batch.counts().succeeded()) : "",
                    batch.createdAt() == null ? "" : batch.createdAt());
        }
        terminal.print(table.toString());
    }
}
