package io.github.quarkusclaude.stream;

import java.util.Arrays;

import io.vertx.core.buffer.Buffer;

/**
 * Cuts a byte stream into server-sent events, in place: the name and the data of the current event are ranges of
 * {@link #bytes()}, valid until more bytes are added.
 * <p>
 * Every byte is looked at once, however the stream is cut, so that the cost of an event does not depend on the number of
 * buffers it arrived in. Fields other than {@code event} and {@code data}, and comments, are passed over; events without
 * a name or without data are dropped.
 */
final class SseFrames {

    private static final int INITIAL_CAPACITY = 8 * 1024;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;
    private static final int NONE = -1;
    private static final byte[] EVENT = { 'e', 'v', 'e', 'n', 't' };
    private static final byte[] DATA = { 'd', 'a', 't', 'a' };

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    /** The first byte that is still needed: where the current event begins. */
    private int begin;
    /** The first byte not looked at yet. */
    private int scan;
    private int limit;
    private int lineBegin;
    private boolean lineFeedMayFollow;
    private boolean started;

    private int nameBegin = NONE;
    private int nameEnd = NONE;
    private int dataBegin = NONE;
    private int dataEnd = NONE;
    private boolean delivered;

    void add(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, limit, length);
        limit += length;
    }

    void add(Buffer source) {
        int length = source.length();
        reserve(length);
        source.getBytes(0, length, bytes, limit);
        limit += length;
    }

    /** Goes to the next complete event; {@code false} if more bytes are needed. */
    boolean next() {
        if (!started && !skipByteOrderMark()) {
            return false;
        }
        if (delivered) {
            forgetEvent();
        }
        while (findEndOfLine()) {
            int fieldBegin = lineBegin;
            int fieldEnd = scan;
            lineFeedMayFollow = bytes[scan] == '\r';
            scan++;
            lineBegin = scan;
            if (fieldEnd > fieldBegin) {
                field(fieldBegin, fieldEnd);
            } else if (nameEnd > nameBegin && dataBegin != NONE) {
                delivered = true;
                return true;
            } else {
                forgetEvent();
            }
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isNamed(byte[] name) {
        return Arrays.equals(bytes, nameBegin, nameEnd, name, 0, name.length);
    }

    int dataBegin() {
        return dataBegin;
    }

    int dataEnd() {
        return dataEnd;
    }

    private boolean skipByteOrderMark() {
        if (limit < 3) {
            // no event is shorter
            return false;
        }
        started = true;
        if (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            begin = scan = lineBegin = 3;
        }
        return true;
    }

    private void forgetEvent() {
        delivered = false;
        begin = lineBegin;
        nameBegin = nameEnd = NONE;
        dataBegin = dataEnd = NONE;
    }

    private boolean findEndOfLine() {
        if (lineFeedMayFollow && scan < limit) {
            if (bytes[scan] == '\n') {
                scan++;
                lineBegin = scan;
            }
            lineFeedMayFollow = false;
        }
        byte[] b = bytes;
        int i = scan;
        int end = limit;
        while (i < end && b[i] != '\n' && b[i] != '\r') {
            i++;
        }
        scan = i;
        return i < end;
    }

    private void field(int begin, int end) {
        int colon = begin;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int value = colon + 1 < end && bytes[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, end);
        if (Arrays.equals(bytes, begin, colon, DATA, 0, DATA.length)) {
            data(value, end);
        } else if (Arrays.equals(bytes, begin, colon, EVENT, 0, EVENT.length)) {
            nameBegin = value;
            nameEnd = end;
        }
    }

    private void data(int value, int end) {
        if (dataBegin == NONE) {
            dataBegin = value;
            dataEnd = end;
        } else {
            // a further line of data moves up to the one before it; the line's own end and name leave room enough
            bytes[dataEnd++] = '\n';
            System.arraycopy(bytes, value, bytes, dataEnd, end - value);
            dataEnd += end - value;
        }
    }

    private void reserve(int length) {
        if (bytes.length - limit >= length) {
            return;
        }
        int used = limit - begin;
        byte[] target = bytes.length - used >= length ? bytes
                : new byte[Math.max(Math.addExact(used, length), (int) Math.min(2L * bytes.length, MAX_CAPACITY))];
        System.arraycopy(bytes, begin, target, 0, used);
        bytes = target;
        limit = used;
        scan -= begin;
        lineBegin -= begin;
        if (nameBegin != NONE) {
            nameBegin -= begin;
            nameEnd -= begin;
        }
        if (dataBegin != NONE) {
            dataBegin -= begin;
            dataEnd -= begin;
        }
        begin = 0;
    }
}
