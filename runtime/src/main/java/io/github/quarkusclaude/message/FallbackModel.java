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
 * A model that goes on where the one before declined.
 *
 * @param model its id
 * @param maxTokens its longest answer; that of the request if absent
 * @param thinking how it thinks; as in the request if absent
 * @param outputConfig how it answers; as in the request if absent
 * @param speed {@code standard} or {@code fast}; as in the request if absent
 * @param additionalFields fields this version does not know
 */
public record FallbackModel(@Nullable String model, @Nullable Integer maxTokens, @Nullable ThinkingConfig thinking,
        @Nullable OutputConfig outputConfig, @Nullable String speed,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public FallbackModel {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A model that takes the parameters of the request. */
    public static FallbackModel of(String model) {
        return new FallbackModel(model, null, null, null, null, Map.of());
    }

    /** This model with a longest answer of its own. */
    public FallbackModel withMaxTokens(@Nullable Integer maxTokens) {
        return new FallbackModel(model, maxTokens, thinking, outputConfig, speed, additionalFields);
    }

    /** This model with a way to think of its own. */
    public FallbackModel withThinking(@Nullable ThinkingConfig thinking) {
        return new FallbackModel(model, maxTokens, thinking, outputConfig, speed, additionalFields);
    }

    /** This model with a way to answer of its own. */
    public FallbackModel withOutputConfig(@Nullable OutputConfig outputConfig) {
        return new FallbackModel(model, maxTokens, thinking, outputConfig, speed, additionalFields);
    }

    /** This model at a speed of its own. */
    public FallbackModel withSpeed(@Nullable String speed) {
        return new FallbackModel(model, maxTokens, thinking, outputConfig, speed, additionalFields);
    }

    static FallbackModel readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String model = null;
        Integer maxTokens = null;
        ThinkingConfig thinking = null;
        OutputConfig outputConfig = null;
        String speed = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "model" -> model = fields.text();
                case "max_tokens" -> maxTokens = fields.integer();
                case "thinking" -> thinking = fields.object(ThinkingConfig::readFrom);
                case "output_config" -> outputConfig = fields.object(OutputConfig::readFrom);
                case "speed" -> speed = fields.text();
                default -> fields.keep();
            }
        }
        return new FallbackModel(model, maxTokens, thinking, outputConfig, speed, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("model", model)
                .field("max_tokens", maxTokens)
                .field("thinking", thinking)
                .field("output_config", outputConfig)
                .field("speed", speed).end();
    }
}
