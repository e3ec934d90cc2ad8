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
 * What has become of the requests of a batch. As long as it has not ended, all of them count as {@code processing}.
 *
 * @param processing how many have no result yet
 * @param succeeded how many were answered
 * @param errored how many failed
 * @param canceled how many were cancelled before they were answered
 * @param expired how many were not answered within a day
 * @param additionalFields fields this version has no component for
 */
public record BatchCounts(int processing, int succeeded, int errored, int canceled, int expired,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** None of any kind. */
    public static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0, 0, Map.of());

    public BatchCounts {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** How many requests the batch has. */
    public int total() {
        return processing + succeeded + errored + canceled + expired;
    }

    /** Decodes counts from where the reader stands. */
    static BatchCounts readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer processing = null;
        Integer succeeded = null;
        Integer errored = null;
        Integer canceled = null;
        Integer expired = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "processing" -> processing = fields.integer();
                case "succeeded" -> succeeded = fields.integer();
                case "errored" -> errored = fields.integer();
                case "canceled" -> canceled = fields.integer();
                case "expired" -> expired = fields.integer();
                default -> fields.keep();
            }
        }
        return new BatchCounts(count(processing), count(succeeded), count(errored), count(canceled), count(expired),
                fields.rest());
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("processing", processing).field("succeeded", succeeded)
                .field("errored", errored).field("canceled", canceled).field("expired", expired).end();
    }
}
