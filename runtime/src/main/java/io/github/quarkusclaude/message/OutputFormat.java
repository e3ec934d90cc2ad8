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
 * The form of the answer's text.
 *
 * @param type {@code json_schema}
 * @param schema the JSON schema that the text follows; which schemas the API takes is limited
 * @param additionalFields fields this version does not know
 */
public record OutputFormat(@Nullable String type, @Nullable RawJson schema,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public OutputFormat {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The answer is JSON that follows a schema. */
    public static OutputFormat jsonSchema(RawJson schema) {
        return new OutputFormat("json_schema", schema, Map.of());
    }

    static OutputFormat readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        RawJson schema = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "schema" -> schema = fields.raw();
                default -> fields.keep();
            }
        }
        return new OutputFormat(type, schema, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("schema", schema).end();
    }
}
