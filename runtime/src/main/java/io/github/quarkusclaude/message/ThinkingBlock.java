package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * What the model thought before or between its answers. Within a tool loop it must be sent back unchanged and in its
 * place, also when its text is empty.
 *
 * @param thinking the text; empty when the model's thinking is not displayed
 * @param signature the API's proof that the block is its own; byte for byte as received
 * @param additionalFields fields this version does not know
 */
public record ThinkingBlock(String thinking, @Nullable String signature,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "thinking";

    public ThinkingBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ThinkingBlock read(FieldReader fields) throws IOException {
        String thinking = null;
        String signature = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "thinking" -> thinking = fields.text();
                case "signature" -> signature = fields.text();
                default -> fields.keep();
            }
        }
        return new ThinkingBlock(thinking == null ? "" : thinking, signature, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("thinking", thinking, "").field("signature", signature)
                .end();
    }
}
