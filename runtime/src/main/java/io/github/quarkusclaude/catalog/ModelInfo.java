package io.github.quarkusclaude.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

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
 * @param deprecatedAt when its end was announced, RFC 3339; absent if it was not
 * @param retiresAt when it stops answering, RFC 3339; absent if that was not announced. It can be moved: a date that has
 *        passed does not mean that the model is retired, its lifecycle does
 * @param maxInputTokens the context window
 * @param maxTokens the longest output
 * @param capabilities what it can do, as the API says it; {@link #supports} reads it
 * @param allowedFallbackModels the models a request to it may fall back to, with a beta feature
 * @param additionalFields fields this version has no component for
 */
public record ModelInfo(String id, @Nullable String displayName, @Nullable String line, @Nullable String lifecycle,
        @Nullable String createdAt, @Nullable String deprecatedAt, @Nullable String retiresAt,
        @Nullable Integer maxInputTokens, @Nullable Integer maxTokens, @Nullable RawJson capabilities,
        @Nullable List<String> allowedFallbackModels, Map<String, RawJson> additionalFields) implements ApiObject {

    private static final String TYPE = "model";

    public ModelInfo {
        allowedFallbackModels = allowedFallbackModels == null ? null : List.copyOf(allowedFallbackModels);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /**
     * Whether the model has a capability.
     *
     * @param path the names within {@link #capabilities}, such as {@code "thinking", "types", "adaptive"}
     * @return {@link Support#UNKNOWN} if the API does not say
     */
    public Support supports(String... path) {
        if (capabilities == null) {
            return Support.UNKNOWN;
        }
        JsonNode capability = capabilities.tree();
        for (String name : path) {
            capability = capability.path(name);
        }
        JsonNode supported = capability.path("supported");
        return supported.isBoolean() ? Support.of(supported.booleanValue()) : Support.UNKNOWN;
    }

    /** Decodes a model from where the reader stands. */
    public static ModelInfo readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String id = null;
        String displayName = null;
        String line = null;
        String lifecycle = null;
        String createdAt = null;
        String deprecatedAt = null;
        String retiresAt = null;
        Integer maxInputTokens = null;
        Integer maxTokens = null;
        RawJson capabilities = null;
        List<String> allowedFallbackModels = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "id" -> id = fields.text();
                case "display_name" -> displayName = fields.text();
                case "line" -> line = fields.text();
                case "lifecycle" -> lifecycle = fields.text();
                case "created_at" -> createdAt = fields.text();
                case "deprecated_at" -> deprecatedAt = fields.text();
                case "retires_at" -> retiresAt = fields.text();
                case "max_input_tokens" -> maxInputTokens = fields.integer();
                case "max_tokens" -> maxTokens = fields.integer();
                case "capabilities" -> capabilities = fields.raw();
                case "allowed_fallback_models" -> allowedFallbackModels = fields.list(JsonReader::text);
                default -> fields.keep();
            }
        }
        return new ModelInfo(id == null ? "" : id, displayName, line, lifecycle, createdAt, deprecatedAt, retiresAt,
                maxInputTokens, maxTokens, capabilities, allowedFallbackModels, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("id", id, "").field("display_name", displayName)
                .field("line", line).field("lifecycle", lifecycle).field("created_at", createdAt)
                .field("deprecated_at", deprecatedAt).field("retires_at", retiresAt)
                .field("max_input_tokens", maxInputTokens).field("max_tokens", maxTokens)
                .field("capabilities", capabilities).texts("allowed_fallback_models", allowedFallbackModels).end();
    }
}
