package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * How many tokens a request would have.
 *
 * @param inputTokens the API's estimate
 * @param additionalFields fields this version does not know
 */
public record TokenCount(int inputTokens, Map<String, RawJson> additionalFields) implements ApiObject {

    public TokenCount {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Decodes a count from where the reader stands. */
    public static TokenCount readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer inputTokens = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "input_tokens" -> inputTokens = fields.integer();
                default -> fields.keep();
            }
        }
        return new TokenCount(inputTokens == null ? 0 : inputTokens, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("input_tokens", inputTokens).end();
    }
}
