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
 * Why a tool that the API runs failed. The model has read it too, and goes on.
 *
 * @param type the API's word for the result, which ends in {@code _error}
 * @param errorCode what went wrong, for example {@code max_uses_exceeded} or {@code unavailable}
 * @param errorMessage more about it, from some tools
 * @param additionalFields fields this version does not know
 */
public record ServerToolError(@Nullable String type, @Nullable String errorCode, @Nullable String errorMessage,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    public ServerToolError {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static ServerToolError read(FieldReader fields) throws IOException {
        String errorCode = null;
        String errorMessage = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "error_code" -> errorCode = fields.text();
                case "error_message" -> errorMessage = fields.text();
                default -> fields.keep();
            }
        }
        return new ServerToolError(fields.type(), errorCode, errorMessage, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("error_code", errorCode)
                .field("error_message", errorMessage).end();
    }
}
