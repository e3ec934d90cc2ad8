package io.github.quarkusclaude.simulator;

import java.util.Iterator;

import io.vertx.core.buffer.Buffer;

/** Cuts the bytes of other frames into frames of one byte. */
final class SingleByteFrames implements Iterator<Frame> {

    private final Iterator<Frame> frames;
    private Buffer bytes = Buffer.buffer();
    private int position;

    SingleByteFrames(Iterator<Frame> frames) {
        this.frames = frames;
    }

    @Override
    public boolean hasNext() {
        return position < bytes.length() || frames.hasNext();
    }

    @Override
    public Frame next() {
        if (position == bytes.length()) {
            Frame frame = frames.next();
            if (!(frame instanceof Frame.Bytes data) || data.bytes().length() == 0) {
                return frame;
            }
            bytes = data.bytes();
            position = 0;
        }
        return new Frame.Bytes(bytes.getBuffer(position, ++position));
    }
}
