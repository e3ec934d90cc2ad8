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
 * An event of a kind this version has no type for. It does not change the message.
 *
 * @param type the API's word for the kind
 * @param additionalFields all other fields of the event
 */
public record UnknownEvent(@Nullable String type, Map<String, RawJson> additionalFields) implements StreamEvent {

    public UnknownEvent {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static UnknownEvent read(FieldReader fields) throws IOException {
        while (fields.next()) {
            fields.keep();
        }
        return new UnknownEvent(fields.type(), fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).end();
    }
}
