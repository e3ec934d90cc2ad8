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
 * Why the prompt cache was not used.
 *
 * @param type {@code model_changed}, {@code system_changed}, {@code tools_changed}, {@code messages_changed},
 *        {@code previous_message_not_found} or {@code unavailable}
 * @param cacheMissedInputTokens how many tokens were missed
 * @param additionalFields fields this version does not know
 */
public record CacheMiss(@Nullable String type, @Nullable Integer cacheMissedInputTokens,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public CacheMiss {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CacheMiss readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        Integer cacheMissedInputTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "cache_missed_input_tokens" -> cacheMissedInputTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new CacheMiss(type, cacheMissedInputTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("cache_missed_input_tokens", cacheMissedInputTokens).end();
    }
}
