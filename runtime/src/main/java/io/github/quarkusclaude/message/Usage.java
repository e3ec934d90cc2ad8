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
 * What a message used, in tokens.
 *
 * @param inputTokens input that was neither read from nor written to the prompt cache
 * @param cacheCreationInputTokens input written to the prompt cache
 * @param cacheReadInputTokens input read from the prompt cache
 * @param outputTokens output, thinking included
 * @param additionalFields fields this version has no component for, such as the split of cache writes by life time
 */
public record Usage(@Nullable Integer inputTokens, @Nullable Integer cacheCreationInputTokens,
        @Nullable Integer cacheReadInputTokens, @Nullable Integer outputTokens,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** Nothing is known about the usage. */
    public static final Usage UNKNOWN = new Usage(null, null, null, null, Map.of());

    public Usage {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** All input, cached or not; what is unknown counts as 0. */
    public int totalInputTokens() {
        return orZero(inputTokens) + orZero(cacheCreationInputTokens) + orZero(cacheReadInputTokens);
    }

    /** All input and output; what is unknown counts as 0. */
    public int totalTokens() {
        return totalInputTokens() + orZero(outputTokens);
    }

    /**
     * This usage overwritten by a later one of the same message: the API counts cumulatively, so that values replace
     * each other and are never added. What the later one does not know stays.
     */
    public Usage updatedBy(Usage later) {
        Map<String, RawJson> additional = additionalFields;
        for (Map.Entry<String, RawJson> field : later.additionalFields.entrySet()) {
            if (!field.getValue().equals(RawJson.NULL) || !isKnown(field.getKey())) {
                additional = AdditionalFields.with(additional, field.getKey(), field.getValue());
            }
        }
        return new Usage(later.inputTokens == null ? inputTokens : later.inputTokens,
                later.cacheCreationInputTokens == null ? cacheCreationInputTokens : later.cacheCreationInputTokens,
                later.cacheReadInputTokens == null ? cacheReadInputTokens : later.cacheReadInputTokens,
                later.outputTokens == null ? outputTokens : later.outputTokens, additional);
    }

    private boolean isKnown(String field) {
        return additionalFields.containsKey(field) || switch (field) {
            case "input_tokens" -> inputTokens != null;
            case "cache_creation_input_tokens" -> cacheCreationInputTokens != null;
            case "cache_read_input_tokens" -> cacheReadInputTokens != null;
            case "output_tokens" -> outputTokens != null;
            default -> false;
        };
    }

    private static int orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** Decodes a usage from where the reader stands. */
    public static Usage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer inputTokens = null;
        Integer cacheCreationInputTokens = null;
        Integer cacheReadInputTokens = null;
        Integer outputTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "input_tokens" -> inputTokens = fields.integer();
                case "cache_creation_input_tokens" -> cacheCreationInputTokens = fields.integer();
                case "cache_read_input_tokens" -> cacheReadInputTokens = fields.integer();
                case "output_tokens" -> outputTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new Usage(inputTokens, cacheCreationInputTokens, cacheReadInputTokens, outputTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("input_tokens", inputTokens)
                .field("cache_creation_input_tokens", cacheCreationInputTokens)
                .field("cache_read_input_tokens", cacheReadInputTokens).field("output_tokens", outputTokens).end();
    }
}
