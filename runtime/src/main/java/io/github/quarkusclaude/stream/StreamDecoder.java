package io.github.quarkusclaude.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;

/**
 * Turns the bytes of an event stream into events, one at a time and only when asked.
 *
 * <pre>
 * decoder.feed(buffer);
 * for (StreamEvent event = decoder.next(); event != null; event = decoder.next()) { … }
 * </pre>
 *
 * The bytes may be cut anywhere. Not thread safe.
 */
public final class StreamDecoder {

    private static final byte[] CONTENT_BLOCK_DELTA = name(ContentBlockDelta.TYPE);
    private static final List<byte[]> API_EVENTS = List.of(name(MessageStart.TYPE), name(ContentBlockStart.TYPE),
            CONTENT_BLOCK_DELTA, name(ContentBlockStop.TYPE), name(MessageDelta.TYPE), name(MessageStop.TYPE),
            name(Ping.TYPE), name(ErrorEvent.TYPE));

    private final SseFrames frames = new SseFrames();
    private final DeltaScanner deltas = new DeltaScanner();

    /** Adds bytes. They are copied. */
    public void feed(byte[] bytes, int offset, int length) {
        frames.add(bytes, offset, length);
    }

    /** Adds bytes. They are copied. */
    public void feed(Buffer bytes) {
        frames.add(bytes);
    }

    /**
     * The next event; {@code null} if more bytes are needed.
     *
     * @throws MalformedJsonException if the data of an event the API defines is not a JSON object; decoding can go on
     *         with the event after it
     */
    public @Nullable StreamEvent next() {
        while (frames.next()) {
            StreamEvent event = event();
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    private @Nullable StreamEvent event() {
        byte[] bytes = frames.bytes();
        int begin = frames.dataBegin();
        int end = frames.dataEnd();
        if (frames.isNamed(CONTENT_BLOCK_DELTA)) {
            ContentBlockDelta delta = deltas.scan(bytes, begin, end);
            if (delta != null) {
                return delta;
            }
        }
        try {
            return ApiJson.decode(bytes, begin, end - begin, StreamEvent::readFrom);
        } catch (MalformedJsonException e) {
            if (isDefinedByApi()) {
                throw e;
            }
            // a frame that some gateway adds, such as [DONE]
            return null;
        }
    }

    private boolean isDefinedByApi() {
        for (byte[] name : API_EVENTS) {
            if (frames.isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] name(String type) {
        return type.getBytes(StandardCharsets.ISO_8859_1);
    }
}
