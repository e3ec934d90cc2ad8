package io.github.quarkusclaude.stream;

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
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.StopDetails;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.Usage;

/**
 * The message itself changes, at its end: why it stopped, what it used.
 *
 * @param delta the new values
 * @param usage the usage of the whole message so far; it replaces what was known, and is never added to it
 * @param additionalFields fields this version has no component for; they belong to the message
 */
public record MessageDelta(@Nullable Changes delta, @Nullable Usage usage,
        Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "message_delta";

    public MessageDelta {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static MessageDelta read(FieldReader fields) throws IOException {
        Changes delta = null;
        Usage usage = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "delta" -> delta = fields.object(Changes::readFrom);
                case "usage" -> usage = fields.object(Usage::readFrom);
                default -> fields.keep();
            }
        }
        return new MessageDelta(delta, usage, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("delta", delta).field("usage", usage).end();
    }

    /**
     * New values of the message.
     *
     * @param stopReason why the model stopped
     * @param stopSequence the stop sequence that came up, if one did
     * @param stopDetails more about why it stopped, if it refused
     * @param container the container in which its code ran, if it did
     * @param additionalFields fields this version has no component for; they belong to the message
     */
    public record Changes(@Nullable StopReason stopReason, @Nullable String stopSequence, @Nullable StopDetails stopDetails,
            @Nullable Container container, Map<String, RawJson> additionalFields) implements ApiObject {

        public Changes {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        static Changes readFrom(JsonReader json) throws IOException {
            FieldReader fields = FieldReader.open(json);
            String stopReason = null;
            String stopSequence = null;
            StopDetails stopDetails = null;
            Container container = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "stop_reason" -> stopReason = fields.text();
                    case "stop_sequence" -> stopSequence = fields.text();
                    case "stop_details" -> stopDetails = fields.object(StopDetails::readFrom);
                    case "container" -> container = fields.object(Container::readFrom);
                    default -> fields.keep();
                }
            }
            return new Changes(stopReason == null ? null : new StopReason(stopReason), stopSequence, stopDetails, container,
                    fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("stop_reason", stopReason == null ? null : stopReason.value())
                    .field("stop_sequence", stopSequence).field("stop_details", stopDetails)
                    .field("container", container).end();
        }
    }
}
