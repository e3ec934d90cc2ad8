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
 * A conversation that the API keeps for five minutes after its last use, so that only the new turns are sent.
 *
 * @param type {@code create} or {@code continue}
 * @param previousMessageId the id of the answer to go on from; each answer can be continued once
 * @param additionalFields fields this version does not know
 */
public record MessageThread(@Nullable String type, @Nullable String previousMessageId,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** Keeps this conversation. */
    public static final MessageThread CREATE = new MessageThread("create", null, Map.of());

    public MessageThread {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Goes on from an answer. */
    public static MessageThread continueAfter(String previousMessageId) {
        return new MessageThread("continue", previousMessageId, Map.of());
    }

    static MessageThread readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String previousMessageId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "previous_message_id" -> previousMessageId = fields.text();
                default -> fields.keep();
            }
        }
        return new MessageThread(type, previousMessageId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("previous_message_id", previousMessageId).end();
    }
}
