package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

import io.vertx.core.buffer.Buffer;

/** Turns a body that is known as a whole into frames, with the faults that are asked for. */
final class BodyFrames {

    private BodyFrames() {
    }

    static Iterator<Frame> of(byte[] whole, Faults faults) {
        List<Frame> frames = new ArrayList<>();
        faults.value(Fault.Kind.SLOW).ifPresent(millis -> frames.add(new Frame.Pause(millis)));
        byte[] body = start(whole, faults.value(Fault.Kind.MALFORMED_JSON_AFTER));
        OptionalInt resetAfter = faults.value(Fault.Kind.RESET_AFTER);
        OptionalInt stallAfter = faults.value(Fault.Kind.STALL_AFTER);
        frames.add(new Frame.Bytes(Buffer.buffer(start(body, resetAfter.isPresent() ? resetAfter : stallAfter))));
        if (resetAfter.isPresent()) {
            frames.add(new Frame.Reset());
        } else if (stallAfter.isPresent()) {
            frames.add(new Frame.Stall());
        }
        return frames.iterator();
    }

    private static byte[] start(byte[] bytes, OptionalInt length) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, length.orElse(bytes.length)));
    }
}
