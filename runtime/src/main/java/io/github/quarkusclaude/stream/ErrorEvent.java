package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The API gives up; the stream is over. A client turns this event into the failure of the stream, so that only users of
 * {@link StreamDecoder} meet it.
 *
 * @param error the API's error object
 * @param requestId the API's id of the request
 * @param additionalFields fields this version does not know
 */
public record ErrorEvent(@Nullable RawJson error, @Nullable String requestId,
        Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "error";

    public ErrorEvent {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ErrorEvent read(FieldReader fields) throws IOException {
        RawJson error = null;
        String requestId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "error" -> error = fields.raw();
                case "request_id" -> requestId = fields.text();
                default -> fields.keep();
            }
        }
        return new ErrorEvent(error, requestId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("error", error).field("request_id", requestId).end();
    }
}
