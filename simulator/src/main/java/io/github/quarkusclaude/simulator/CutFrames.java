package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Passes on other frames until so many bytes have been sent, then resets the connection. */
final class CutFrames implements Iterator<Frame> {

    private final Iterator<Frame> frames;
    private int left;
    private boolean over;

    CutFrames(Iterator<Frame> frames, int bytes) {
        this.frames = frames;
        this.left = bytes;
    }

    @Override
    public boolean hasNext() {
        return !over && (left == 0 || frames.hasNext());
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (left == 0) {
            over = true;
            return new Frame.Reset();
        }
        Frame frame = frames.next();
        if (!(frame instanceof Frame.Bytes data)) {
            return frame;
        }
        int sent = Math.min(left, data.bytes().length());
        left -= sent;
        return new Frame.Bytes(data.bytes().getBuffer(0, sent));
    }
}
