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
 * Why a request of a batch failed: the same body a call of its own would have been answered with.
 *
 * @param error the API's {@code error} as it came
 * @param requestId the API's id of the failure, which its support asks for
 * @param additionalFields fields this version has no component for
 */
public record BatchError(@Nullable RawJson error, @Nullable String requestId, Map<String, RawJson> additionalFields)
        implements
            ApiObject {

    private static final String TYPE = "error";

    public BatchError {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The API's {@code error.type}, such as {@code invalid_request_error}. */
    public @Nullable String type() {
        return error == null ? null : error.tree().path("type").textValue();
    }

    /** What went wrong, for people. */
    public @Nullable String message() {
        return error == null ? null : error.tree().path("message").textValue();
    }

    /** The API's {@code error.details.error_code}: stable, the thing to branch on. */
    public @Nullable String code() {
        return error == null ? null : error.tree().path("details").path("error_code").textValue();
    }

    static BatchError readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        RawJson error = null;
        String requestId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "error" -> error = fields.raw();
                case "request_id" -> requestId = fields.text();
                default -> fields.keep();
            }
        }
        return new BatchError(error, requestId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("error", error).field("request_id", requestId).end();
    }
}
