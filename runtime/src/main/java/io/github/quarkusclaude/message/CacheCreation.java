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
 * How many tokens were written to the prompt cache, by how long they live; the two cost differently.
 *
 * @param fiveMinuteTokens for five minutes
 * @param oneHourTokens for one hour
 * @param additionalFields fields this version does not know
 */
public record CacheCreation(@Nullable Integer fiveMinuteTokens, @Nullable Integer oneHourTokens,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public CacheCreation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CacheCreation readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer fiveMinuteTokens = null;
        Integer oneHourTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "ephemeral_5m_input_tokens" -> fiveMinuteTokens = fields.integer();
                case "ephemeral_1h_input_tokens" -> oneHourTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new CacheCreation(fiveMinuteTokens, oneHourTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("ephemeral_5m_input_tokens", fiveMinuteTokens)
                .field("ephemeral_1h_input_tokens", oneHourTokens).end();
    }
}
