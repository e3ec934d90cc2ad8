package io.github.quarkusclaude.stream;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/**
 * One event of a streamed message.
 * <p>
 * The order is: {@link MessageStart}; for each content block a {@link ContentBlockStart}, any number of
 * {@link ContentBlockDelta}s and a {@link ContentBlockStop}; {@link MessageDelta}; {@link MessageStop}. A {@link Ping},
 * a {@link MessageResumed} or an {@link UnknownEvent} can stand anywhere.
 */
public sealed interface StreamEvent extends ApiObject
        permits MessageStart, ContentBlockStart, ContentBlockDelta, ContentBlockStop, MessageDelta, MessageStop, Ping,
        MessageResumed, ErrorEvent, UnknownEvent {

    /** The API's word for the kind of event. */
    @Nullable
    String type();

    /**
     * Decodes an event from the JSON of its data.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    static StreamEvent fromJson(String json) {
        return ApiJson.decode(json, StreamEvent::readFrom);
    }

    /** Decodes an event from where the reader stands. */
    static StreamEvent readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        if (type == null) {
            return UnknownEvent.read(fields);
        }
        return switch (type) {
            case MessageStart.TYPE -> MessageStart.read(fields);
            case ContentBlockStart.TYPE -> ContentBlockStart.read(fields);
            case ContentBlockDelta.TYPE -> ContentBlockDelta.read(fields);
            case ContentBlockStop.TYPE -> ContentBlockStop.read(fields);
            case MessageDelta.TYPE -> MessageDelta.read(fields);
            case MessageStop.TYPE -> MessageStop.read(fields);
            case Ping.TYPE -> Ping.read(fields);
            case ErrorEvent.TYPE -> ErrorEvent.read(fields);
            default -> UnknownEvent.read(fields);
        };
    }
}
