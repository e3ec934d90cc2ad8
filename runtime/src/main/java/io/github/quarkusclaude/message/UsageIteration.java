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
 * The tokens of one step of an answer that took several.
 *
 * @param type {@code message}, {@code compaction}, {@code advisor_message} or {@code fallback_message}
 * @param model the model of the step; absent where it is that of the message
 * @param inputTokens input that was neither read from nor written to the prompt cache
 * @param cacheCreationInputTokens input written to the prompt cache
 * @param cacheReadInputTokens input read from the prompt cache
 * @param cacheCreation how long what was written lives
 * @param outputTokens output, thinking included
 * @param additionalFields fields this version does not know
 */
public record UsageIteration(@Nullable String type, @Nullable String model, @Nullable Integer inputTokens,
        @Nullable Integer cacheCreationInputTokens, @Nullable Integer cacheReadInputTokens,
        @Nullable CacheCreation cacheCreation, @Nullable Integer outputTokens,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public UsageIteration {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static UsageIteration readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String model = null;
        Integer inputTokens = null;
        Integer cacheCreationInputTokens = null;
        Integer cacheReadInputTokens = null;
        CacheCreation cacheCreation = null;
        Integer outputTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "model" -> model = fields.text();
                case "input_tokens" -> inputTokens = fields.integer();
                case "cache_creation_input_tokens" -> cacheCreationInputTokens = fields.integer();
                case "cache_read_input_tokens" -> cacheReadInputTokens = fields.integer();
                case "cache_creation" -> cacheCreation = fields.object(CacheCreation::readFrom);
                case "output_tokens" -> outputTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new UsageIteration(type, model, inputTokens, cacheCreationInputTokens, cacheReadInputTokens, cacheCreation,
                outputTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("model", model)
                .field("input_tokens", inputTokens)
                .field("cache_creation_input_tokens", cacheCreationInputTokens)
                .field("cache_read_input_tokens", cacheReadInputTokens)
                .field("cache_creation", cacheCreation)
                .field("output_tokens", outputTokens).end();
    }
}
