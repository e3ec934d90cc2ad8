package io.github.quarkusclaude.simulator;

import java.util.Arrays;

import io.vertx.core.buffer.Buffer;

/** An event of a stream; the data is JSON, unless it was damaged on purpose. */
record SseEvent(String name, byte[] data) {

    static final String DELTA = "content_block_delta";
    static final String END = "message_stop";

    boolean is(String otherName) {
        return name.equals(otherName);
    }

    SseEvent cutInHalf() {
        return new SseEvent(name, Arrays.copyOf(data, data.length / 2));
    }

    Buffer encode(String lineEnd) {
        return Buffer.buffer(name.length() + data.length + 24)
                .appendString("event: ").appendString(name).appendString(lineEnd)
                .appendString("data: ").appendBytes(data).appendString(lineEnd)
                .appendString(lineEnd);
    }
}
