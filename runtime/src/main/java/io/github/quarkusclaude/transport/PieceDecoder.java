package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/**
 * Makes items of bytes that arrive in pieces cut anywhere.
 */
interface PieceDecoder<T> {

    /** Takes the next bytes. */
    void feed(Buffer piece);

    /**
     * The next item; {@code null} if more bytes are needed.
     *
     * @throws io.github.quarkusclaude.error.MalformedResponseException if the bytes make no sense
     */
    @Nullable
    T next();

    /**
     * What the bytes that are left amount to when no more come; {@code null} if nothing is left.
     *
     * @throws io.github.quarkusclaude.error.MalformedResponseException if the bytes make no sense
     */
    @Nullable
    T last();
}
