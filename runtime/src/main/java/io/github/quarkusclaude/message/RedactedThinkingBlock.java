package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * Thinking that the API does not show. Within a tool loop it must be sent back unchanged and in its place.
 *
 * @param data the encrypted thinking, byte for byte as received
 * @param additionalFields fields this version does not know
 */
public record RedactedThinkingBlock(String data, Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "redacted_thinking";

    public RedactedThinkingBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static RedactedThinkingBlock read(FieldReader fields) throws IOException {
        String data = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "data" -> data = fields.text();
                default -> fields.keep();
            }
        }
        return new RedactedThinkingBlock(data == null ? "" : data, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("data", data, "").end();
    }
}
