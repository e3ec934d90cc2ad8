package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/** Bytes as they come. */
final class Pieces implements PieceDecoder<Buffer> {

    private @Nullable Buffer piece;

    @Override
    public void feed(Buffer piece) {
        this.piece = piece;
    }

    @Override
    public @Nullable Buffer next() {
        Buffer next = piece;
        piece = null;
        return next;
    }

    @Override
    public @Nullable Buffer last() {
        return null;
    }
}
