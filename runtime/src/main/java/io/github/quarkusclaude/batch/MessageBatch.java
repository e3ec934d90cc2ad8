package io.github.quarkusclaude.batch;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * A batch as the API describes it. Points in time are RFC 3339.
 *
 * @param id what to ask for it by; all that is needed to go on with a batch after a restart
 * @param status where it is
 * @param counts what has become of its requests; before the end all of them are being processed
 * @param createdAt when it was submitted
 * @param expiresAt when requests without an answer expire, a day after the submission
 * @param endedAt when it ended
 * @param cancelInitiatedAt when it was cancelled
 * @param archivedAt when its results were removed, 29 days after the submission
 * @param resultsUrl where its results are once it has ended; the client does not need it
 * @param additionalFields fields this version has no component for
 */
public record MessageBatch(String id, BatchStatus status, BatchCounts counts, @Nullable String createdAt,
        @Nullable String expiresAt, @Nullable String endedAt, @Nullable String cancelInitiatedAt,
        @Nullable String archivedAt, @Nullable String resultsUrl, Map<String, RawJson> additionalFields)
        implements
            ApiObject {

    private static final String TYPE = "message_batch";

    public MessageBatch {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Whether every request has its result. */
    public boolean hasEnded() {
        return BatchStatus.ENDED.equals(status);
    }

    /** Decodes a batch from where the reader stands. */
    public static MessageBatch readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String id = null;
        String status = null;
        BatchCounts counts = null;
        String createdAt = null;
        String expiresAt = null;
        String endedAt = null;
        String cancelInitiatedAt = null;
        String archivedAt = null;
        String resultsUrl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "id" -> id = fields.text();
                case "processing_status" -> status = fields.text();
                case "request_counts" -> counts = fields.object(BatchCounts::readFrom);
                case "created_at" -> createdAt = fields.text();
                case "expires_at" -> expiresAt = fields.text();
                case "ended_at" -> endedAt = fields.text();
                case "cancel_initiated_at" -> cancelInitiatedAt = fields.text();
                case "archived_at" -> archivedAt = fields.text();
                case "results_url" -> resultsUrl = fields.text();
                default -> fields.keep();
            }
        }
        return new MessageBatch(id == null ? "" : id, status == null ? BatchStatus.IN_PROGRESS : new BatchStatus(status),
                counts == null ? BatchCounts.NONE : counts, createdAt, expiresAt, endedAt, cancelInitiatedAt, archivedAt,
                resultsUrl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("id", id).field("type", TYPE).field("processing_status", status.value())
                .field("request_counts", counts).field("created_at", createdAt).field("expires_at", expiresAt)
                .field("ended_at", endedAt).field("cancel_initiated_at", cancelInitiatedAt)
                .field("archived_at", archivedAt).field("results_url", resultsUrl).end();
    }
}
