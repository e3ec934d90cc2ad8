package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;

/**
 * The message begins.
 *
 * @param message the message so far: without content and stop reason, with the first usage
 * @param additionalFields fields this version does not know
 */
public record MessageStart(@Nullable Message message, Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "message_start";

    public MessageStart {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static MessageStart read(FieldReader fields) throws IOException {
        Message message = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "message" -> message = fields.object(Message::readFrom);
                default -> fields.keep();
            }
        }
        return new MessageStart(message, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("message", message).end();
    }
}
