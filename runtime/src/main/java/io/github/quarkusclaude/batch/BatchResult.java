package io.github.quarkusclaude.batch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;

/**
 * The result of one request of a batch.
 *
 * @param customId which request it belongs to
 * @param outcome what has become of it
 * @param additionalFields fields this version has no component for
 */
public record BatchResult(String customId, BatchOutcome outcome, Map<String, RawJson> additionalFields)
        implements
            ApiObject {

    public BatchResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The answer, if the request was answered. */
    public Optional<Message> message() {
        return outcome instanceof BatchOutcome.Succeeded succeeded ? Optional.of(succeeded.message()) : Optional.empty();
    }

    /**
     * Decodes a result from JSON.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    public static BatchResult fromJson(String json) {
        return ApiJson.decode(json, BatchResult::readFrom);
    }

    /** Decodes a result from where the reader stands. */
    public static BatchResult readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String customId = null;
        BatchOutcome outcome = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "custom_id" -> customId = fields.text();
                case "result" -> outcome = fields.object(BatchOutcome::readFrom);
                default -> fields.keep();
            }
        }
        return new BatchResult(customId == null ? "" : customId,
                outcome == null ? BatchOutcome.Unknown.ABSENT : outcome, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).fieldOrKept("custom_id", customId, "")
                .field("result", BatchOutcome.Unknown.ABSENT.equals(outcome) ? null : outcome)
                .end();
    }
}
