package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A result of a kind this version has no type for. Nothing of it is lost.
 *
 * @param type the API's word for the kind
 * @param additionalFields all other fields of the result
 */
public record RawServerToolResult(@Nullable String type, Map<String, RawJson> additionalFields) implements ServerToolResult {

    public RawServerToolResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** One field of the result. */
    public @Nullable RawJson field(String name) {
        return additionalFields.get(name);
    }

    static RawServerToolResult read(FieldReader fields) throws IOException {
        while (fields.next()) {
            fields.keep();
        }
        return new RawServerToolResult(fields.type(), fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).end();
    }
}
