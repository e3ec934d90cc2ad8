package io.github.quarkusclaude.simulator;

import io.vertx.core.buffer.Buffer;

/** A step in writing the body of an answer. */
sealed interface Frame {

    /** Bytes that are written, and flushed, by themselves. */
    record Bytes(Buffer bytes) implements Frame {
    }

    /** A wait, in milliseconds. */
    record Pause(long millis) implements Frame {
    }

    /** The end by force; nothing comes after it. */
    record Reset() implements Frame {
    }

    /** Silence; nothing comes after it. */
    record Stall() implements Frame {
    }
}
