package io.github.quarkusclaude.simulator;

import java.util.Iterator;

import io.vertx.core.Future;

/**
 * Writes a body as fast as its frames and the client allow, on the event loop of the connection.
 * <p>
 * Frames are asked for one at a time, so a body that is made on the way never exists as a whole; none is asked for once
 * the client is gone.
 */
final class FrameWriter {

    /** After this many frames other connections of the same event loop get their turn. */
    private static final int TURN = 64;

    private final Exchange exchange;
    private final Iterator<Frame> frames;
    private Future<Void> lastWrite = Future.succeededFuture();
    private boolean waitingForDrain;

    FrameWriter(Exchange exchange, Iterator<Frame> frames) {
        this.exchange = exchange;
        this.frames = frames;
    }

    void start() {
        exchange.onDrain(this::drained);
        // the next turn, because what is written while a request is being read is flushed only afterwards, as one piece
        exchange.later(this::write);
    }

    private void drained() {
        if (waitingForDrain) {
            waitingForDrain = false;
            write();
        }
    }

    private void write() {
        for (int i = 0; i < TURN; i++) {
            if (exchange.isOver()) {
                return;
            }
            if (exchange.isFull()) {
                waitingForDrain = true;
                return;
            }
            if (!frames.hasNext()) {
                exchange.end();
                return;
            }
            if (!perform(frames.next())) {
                return;
            }
        }
        exchange.later(this::write);
    }

    /** Tells whether the next frame may follow at once. */
    private boolean perform(Frame frame) {
        if (frame instanceof Frame.Bytes data) {
            lastWrite = exchange.write(data.bytes());
            return true;
        }
        if (frame instanceof Frame.Pause pause) {
            exchange.after(pause.millis(), this::write);
        } else if (frame instanceof Frame.Reset) {
            // a reset discards what is still queued, and the bytes before it are part of the promise
            lastWrite.onComplete(written -> exchange.abort());
        }
        return false;
    }
}
