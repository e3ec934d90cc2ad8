package io.github.quarkusclaude.catalog;

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
 * A model as {@code GET /v1/models} describes it.
 *
 * @param id what a request names it by
 * @param displayName its name for people
 * @param line {@code haiku}, {@code sonnet}, {@code opus} or another line
 * @param lifecycle {@code active}, {@code deprecated} or {@code retired}
 * @param createdAt when it was released, RFC 3339; the epoch if unknown
 * @param maxInputTokens the context window
 * @param maxTokens the longest output
 * @param capabilities what it can do, as the API says it
 * @param additionalFields fields this version has no component for
 */
public record ModelInfo(String id, @Nullable String displayName, @Nullable String line, @Nullable String lifecycle,
        @Nullable String createdAt, @Nullable Integer maxInputTokens, @Nullable Integer maxTokens,
        @Nullable RawJson capabilities, Map<String, RawJson> additionalFields) implements ApiObject {

    private static final String TYPE = "model";

    public ModelInfo {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Decodes a model from where the reader stands. */
    public static ModelInfo readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String id = null;
        String displayName = null;
        String line = null;
        String lifecycle = null;
        String createdAt = null;
        Integer maxInputTokens = null;
        Integer maxTokens = null;
        RawJson capabilities = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "id" -> id = fields.text();
                case "display_name" -> displayName = fields.text();
                case "line" -> line = fields.text();
                case "lifecycle" -> lifecycle = fields.text();
                case "created_at" -> createdAt = fields.text();
                case "max_input_tokens" -> maxInputTokens = fields.integer();
                case "max_tokens" -> maxTokens = fields.integer();
                case "capabilities" -> capabilities = fields.raw();
                default -> fields.keep();
            }
        }
        return new ModelInfo(id == null ? "" : id, displayName, line, lifecycle, createdAt, maxInputTokens, maxTokens,
                capabilities, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("id", id).field("display_name", displayName)
                .field("line", line).field("lifecycle", lifecycle).field("created_at", createdAt)
                .field("max_input_tokens", maxInputTokens).field("max_tokens", maxTokens)
                .field("capabilities", capabilities).end();
    }
}
