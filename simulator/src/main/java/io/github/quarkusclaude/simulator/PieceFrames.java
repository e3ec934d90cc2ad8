package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;

import io.vertx.core.buffer.Buffer;

/** Cuts the bytes of other frames into small frames, with a pause before each if there is to be one. */
final class PieceFrames implements Iterator<Frame> {

    private final Iterator<Frame> frames;
    private final int mostBytes;
    private final long pause;
    private Buffer bytes = Buffer.buffer();
    private int position;
    private boolean paused;

    /** @param pause in milliseconds; 0 for none */
    PieceFrames(Iterator<Frame> frames, int mostBytes, long pause) {
        this.frames = frames;
        this.mostBytes = mostBytes;
        this.pause = pause;
    }

    @Override
    public boolean hasNext() {
        return position < bytes.length() || frames.hasNext();
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (position == bytes.length()) {
            Frame frame = frames.next();
            if (!(frame instanceof Frame.Bytes data) || data.bytes().length() == 0) {
                return frame;
            }
            bytes = data.bytes();
            position = 0;
        }
        if (pause > 0 && !paused) {
            paused = true;
            return new Frame.Pause(pause);
        }
        paused = false;
        int from = position;
        position = Math.min(bytes.length(), from + mostBytes);
        return new Frame.Bytes(bytes.getBuffer(from, position));
    }
}
