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
 * Whether the answer may cite a document or a search result. All documents of a request must agree.
 *
 * @param enabled whether it may
 * @param additionalFields fields this version does not know
 */
public record CitationsConfig(@Nullable Boolean enabled, Map<String, RawJson> additionalFields) implements ApiObject {

    /** The answer cites. */
    public static final CitationsConfig ENABLED = new CitationsConfig(true, Map.of());

    public CitationsConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CitationsConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Boolean enabled = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "enabled" -> enabled = fields.bool();
                default -> fields.keep();
            }
        }
        return new CitationsConfig(enabled, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("enabled", enabled).end();
    }
}
