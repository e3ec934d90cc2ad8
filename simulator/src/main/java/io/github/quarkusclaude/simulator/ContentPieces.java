package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The bytes of a file, a piece at a time. */
final class ContentPieces implements Iterator<byte[]> {

    private static final int PIECE = 32 * 1024;

    private final InputStream stream;
    private long left;

    ContentPieces(FileContent content) {
        try {
            stream = content.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left = content.size();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public byte[] next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        try {
            byte[] piece = stream.readNBytes((int) Math.min(PIECE, left));
            left -= piece.length;
            return piece;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
