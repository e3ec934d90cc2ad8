package io.github.quarkusclaude.transport;

import java.io.InputStream;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.stream.BlockingItems;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * The bytes of an answer as an input stream.
 */
final class PieceInputStream extends InputStream {

    /** How many pieces may wait to be read. */
    private static final int WAITING = 8;

    private final BlockingItems<Buffer> pieces = new BlockingItems<>(WAITING);
    private @Nullable Buffer piece;
    private int position;

    PieceInputStream(Multi<Buffer> source) {
        source.subscribe().withSubscriber(pieces);
    }

    @Override
    public int read() {
        return advance() ? piece.getByte(position++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, piece.length() - position);
        piece.getBytes(position, position + count, target, offset);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return piece == null ? 0 : piece.length() - position;
    }

    /** Whether there is a byte to read. */
    private boolean advance() {
        while (piece == null || position == piece.length()) {
            piece = pieces.take();
            position = 0;
            if (piece == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        pieces.close();
    }
}
