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
 * Asks why the prompt cache was not used; {@link Message#diagnostics()} tells.
 *
 * @param previousMessageId the id of the answer whose prompt this one continues
 * @param additionalFields fields this version does not know
 */
public record DiagnosticsConfig(@Nullable String previousMessageId,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** The first turn of a conversation, which continues nothing. */
    public static final DiagnosticsConfig FIRST_TURN = new DiagnosticsConfig(null, Map.of("previous_message_id", RawJson.NULL));

    public DiagnosticsConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A turn that continues the conversation of an answer. */
    public static DiagnosticsConfig after(String previousMessageId) {
        return new DiagnosticsConfig(previousMessageId, Map.of());
    }

    static DiagnosticsConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String previousMessageId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "previous_message_id" -> previousMessageId = fields.text();
                default -> fields.keep();
            }
        }
        return new DiagnosticsConfig(previousMessageId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("previous_message_id", previousMessageId).end();
    }
}
