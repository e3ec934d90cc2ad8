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
 * An amount at which a {@link ContextEdit} begins, or which it keeps.
 *
 * @param type what is counted: {@code input_tokens}, {@code tool_uses} or {@code thinking_turns}
 * @param value how many
 * @param additionalFields fields this version does not know
 */
public record ContextAmount(@Nullable String type, @Nullable Integer value,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public ContextAmount {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** So many tokens of input. */
    public static ContextAmount inputTokens(int value) {
        return new ContextAmount("input_tokens", value, Map.of());
    }

    /** So many uses of tools. */
    public static ContextAmount toolUses(int value) {
        return new ContextAmount("tool_uses", value, Map.of());
    }

    /** So many turns with thinking. */
    public static ContextAmount thinkingTurns(int value) {
        return new ContextAmount("thinking_turns", value, Map.of());
    }

    static ContextAmount readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        Integer value = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "value" -> value = fields.integer();
                default -> fields.keep();
            }
        }
        return new ContextAmount(type, value, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("value", value).end();
    }
}
