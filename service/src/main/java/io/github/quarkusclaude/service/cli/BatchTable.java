package io.github.quarkusclaude.service.cli;

import java.util.List;

import io.github.quarkusclaude.batch.BatchCounts;
import io.github.quarkusclaude.batch.MessageBatch;

/** Batches for people. */
final class BatchTable {

    private BatchTable() {
    }

    static TextTable one(MessageBatch batch) {
        TextTable table = new TextTable();
        table.fact("id", batch.id());
        table.fact("status", batch.status().value());
        table.fact("requests", Integer.toString(batch.counts().total()));
        if (batch.hasEnded()) {
            outcomes(table, batch.counts());
        }
        table.fact("created", batch.createdAt());
        table.fact("expires", batch.expiresAt());
        table.fact("cancelled", batch.cancelInitiatedAt());
        table.fact("ended", batch.endedAt());
        table.fact("archived", batch.archivedAt());
        return table;
    }

    private static void outcomes(TextTable table, BatchCounts counts) {
        table.fact("succeeded", Integer.toString(counts.succeeded()));
        table.fact("errored", Integer.toString(counts.errored()));
        table.fact("canceled", Integer.toString(counts.canceled()));
        table.fact("expired", Integer.toString(counts.expired()));
    }

    static TextTable all(List<MessageBatch> batches) {
        TextTable table = new TextTable("ID", "STATUS", "REQUESTS", "SUCCEEDED", "CREATED");
        for (MessageBatch batch : batches) {
            table.row(batch.id(), batch.status().value(), Integer.toString(batch.counts().total()),
                    batch.hasEnded() ? Integer.toString(batch.counts().succeeded()) : "",
                    batch.createdAt() == null ? "" : batch.createdAt());
        }
        return table;
    }
}
