package io.github.quarkusclaude.message;

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
 * About whom the request is.
 *
 * @param userId an opaque id of the end user; no name, no address
 * @param additionalFields fields this version does not know
 */
public record Metadata(@Nullable String userId, Map<String, RawJson> additionalFields) implements ApiObject {

    public Metadata {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The end user, by an opaque id. */
    public static Metadata user(String userId) {
        return new Metadata(userId, Map.of());
    }

    /** Without the id, which is about a person. */
    @Override
    public String toString() {
        return "Metadata[]";
    }

    static Metadata readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String userId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "user_id" -> userId = fields.text();
                default -> fields.keep();
            }
        }
        return new Metadata(userId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("user_id", userId).end();
    }
}
