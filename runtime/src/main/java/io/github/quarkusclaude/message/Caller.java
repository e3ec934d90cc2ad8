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
 * Who called a tool: the model itself, or code that the model runs on the API's servers.
 *
 * @param type {@code direct}, or the version of the code execution tool whose code made the call
 * @param toolId the id of the {@link ServerToolUseBlock} that ran the code
 * @param additionalFields fields this version does not know
 */
public record Caller(@Nullable String type, @Nullable String toolId,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public Caller {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Whether the model itself called the tool. */
    public boolean isDirect() {
        return type == null || type.equals("direct");
    }

    static Caller readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String toolId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "tool_id" -> toolId = fields.text();
                default -> fields.keep();
            }
        }
        return new Caller(type, toolId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("tool_id", toolId).end();
    }
}
