package io.github.quarkusclaude.simulator;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/** Turns a body that is no event stream into frames, with the faults that are asked for. */
final class BodyFrames implements Iterator<Frame> {

    private final Iterator<byte[]> pieces;
    private final OptionalInt pause;
    private final @Nullable Frame last;
    private long left;
    private boolean paused;
    private boolean over;

    BodyFrames(byte[] whole, Faults faults) {
        this(List.of(whole).iterator(), faults);
    }

    BodyFrames(Iterator<byte[]> pieces, Faults faults) {
        this.pieces = pieces;
        this.pause = faults.value(Fault.Kind.SLOW);
        OptionalInt resetAfter = faults.value(Fault.Kind.RESET_AFTER);
        OptionalInt stallAfter = faults.value(Fault.Kind.STALL_AFTER);
        this.last = resetAfter.isPresent() ? new Frame.Reset() : stallAfter.isPresent() ? new Frame.Stall() : null;
        long cut = (resetAfter.isPresent() ? resetAfter : stallAfter).orElse(Integer.MAX_VALUE);
        long malformed = faults.value(Fault.Kind.MALFORMED_JSON_AFTER).orElse(Integer.MAX_VALUE);
        long least = Math.min(cut, malformed);
        this.left = least == Integer.MAX_VALUE ? Long.MAX_VALUE : least;
    }

    @Override
    public boolean hasNext() {
        return isPauseDue() || hasBytes() || last != null && !over;
    }

    @Override
    public Frame next() {
        if (isPauseDue()) {
            paused = true;
            return new Frame.Pause(pause.getAsInt());
        }
        if (hasBytes()) {
            byte[] piece = pieces.next();
            byte[] sent = piece.length <= left ? piece : Arrays.copyOf(piece, (int) left);
            left -= sent.length;
            return new Frame.Bytes(Buffer.buffer(sent));
        }
        if (last == null || over) {
            throw new NoSuchElementException();
        }
        over = true;
        return last;
    }

    private boolean isPauseDue() {
        return pause.isPresent() && !paused;
    }

    private boolean hasBytes() {
        return left > 0 && pieces.hasNext();
    }
}
