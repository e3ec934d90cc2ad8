package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;

/**
 * Decodes JSON Lines in place, one object a line. Every byte is looked at once for the end of its line, however the bytes
 * are cut. Empty lines are passed over; the last line needs no end.
 */
final class JsonLines<T> implements PieceDecoder<T> {

    private static final int INITIAL_CAPACITY = 16 * 1024;
    /** What is kept for the lines to come behind one that was longer. */
    private static final int KEPT_CAPACITY = 1024 * 1024;

    private final ApiJson.Decoder<T> decoder;
    private byte[] bytes = new byte[INITIAL_CAPACITY];
    /** Where the current line begins. */
    private int begin;
    /** The first byte not looked at yet. */
    private int scan;
    private int limit;
    private long line;

    JsonLines(ApiJson.Decoder<T> decoder) {
        this.decoder = decoder;
    }

    @Override
    public void feed(Buffer piece) {
        int length = piece.length();
        reserve(length);
        piece.getBytes(0, length, bytes, limit);
        limit += length;
    }

    @Override
    public @Nullable T next() {
        while (findEndOfLine()) {
            int lineBegin = begin;
            begin = scan + 1;
            scan = begin;
            T value = decode(lineBegin, begin - 1);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public @Nullable T last() {
        int lineBegin = begin;
        begin = limit;
        scan = limit;
        return decode(lineBegin, limit);
    }

    private boolean findEndOfLine() {
        byte[] b = bytes;
        int i = scan;
        int end = limit;
        while (i < end && b[i] != '\n') {
            i++;
        }
        scan = i;
        return i < end;
    }

    /** The object of a line; {@code null} if the line is empty. */
    private @Nullable T decode(int from, int to) {
        line++;
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) {
            end--;
        }
        if (end == from) {
            return null;
        }
        try {
            return ApiJson.decode(bytes, from, end - from, decoder);
        } catch (MalformedJsonException e) {
            throw new MalformedResponseException(ErrorDetails.of(200, "Line " + line + " of the answer is not the API's JSON"),
                    e);
        }
    }

    private static boolean isBlank(byte character) {
        return character == '\r' || character == ' ' || character == '\t';
    }

    private void reserve(int length) {
        if (bytes.length - limit >= length) {
            return;
        }
        int used = limit - begin;
        int needed = Math.addExact(used, length);
        byte[] target = bytes;
        if (needed > bytes.length) {
            target = new byte[Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8))];
        } else if (bytes.length > KEPT_CAPACITY && needed <= INITIAL_CAPACITY) {
            target = new byte[INITIAL_CAPACITY];
        }
        System.arraycopy(bytes, begin, target, 0, used);
        bytes = target;
        limit = used;
        scan -= begin;
        begin = 0;
    }
}
