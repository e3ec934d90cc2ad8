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
 * A tool the model may ask for: one of the application's own, or one the API knows by its {@code type}.
 *
 * @param type absent or {@code custom} for an own tool, else the API's versioned name of the tool
 * @param name how the model calls it
 * @param description what it does and when to use it; the better, the better it is used
 * @param inputSchema the JSON schema of the arguments of an own tool
 * @param cacheControl a prompt cache breakpoint after this tool
 * @param additionalFields further settings by their API names
 */
public record Tool(@Nullable String type, @Nullable String name, @Nullable String description, @Nullable RawJson inputSchema,
        @Nullable CacheControl cacheControl, Map<String, RawJson> additionalFields) implements ApiObject {

    public Tool {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A tool of the application. */
    public static Tool of(String name, String description, RawJson inputSchema) {
        return new Tool(null, name, description, inputSchema, null, Map.of());
    }

    static Tool readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String name = null;
        String description = null;
        RawJson inputSchema = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "name" -> name = fields.text();
                case "description" -> description = fields.text();
                case "input_schema" -> inputSchema = fields.raw();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new Tool(type, name, description, inputSchema, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).field("name", name).field("description", description)
                .field("input_schema", inputSchema).field("cache_control", cacheControl).end();
    }
}
