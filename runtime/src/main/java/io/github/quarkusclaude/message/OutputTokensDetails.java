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
 * What output tokens were spent on.
 *
 * @param thinkingTokens on thinking; part of the output tokens
 * @param additionalFields fields this version does not know
 */
public record OutputTokensDetails(@Nullable Integer thinkingTokens,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public OutputTokensDetails {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static OutputTokensDetails readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer thinkingTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "thinking_tokens" -> thinkingTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new OutputTokensDetails(thinkingTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("thinking_tokens", thinkingTokens).end();
    }
}
