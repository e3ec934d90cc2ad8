package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.Queue;

/** Turns events into frames, with the pauses and the faults that are asked for. */
final class EventFrames implements Iterator<Frame> {

    private final Iterator<SseEvent> events;
    private final Faults faults;
    private final SseEvent errorEvent;
    private final long deltaDelay;
    private final long eventDelay;
    private final String lineEnd;
    private final Queue<Frame> ready = new ArrayDeque<>();
    private int sent;
    private boolean over;

    EventFrames(Iterator<SseEvent> events, Faults faults, SseEvent errorEvent, long deltaDelay) {
        this.events = events;
        this.faults = faults;
        this.errorEvent = errorEvent;
        this.deltaDelay = deltaDelay;
        this.eventDelay = faults.value(Fault.Kind.SLOW).orElse(0);
        this.lineEnd = faults.has(Fault.Kind.CRLF) ? "\r\n" : "\n";
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !over) {
            prepare();
        }
        return !ready.isEmpty();
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void prepare() {
        if (isDue(Fault.Kind.RESET_AFTER)) {
            finish(new Frame.Reset());
        } else if (isDue(Fault.Kind.STALL_AFTER)) {
            finish(new Frame.Stall());
        } else if (isDue(Fault.Kind.ERROR_EVENT_AFTER)) {
            finish(new Frame.Bytes(errorEvent.encode(lineEnd)));
        } else if (!events.hasNext()) {
            over = true;
        } else {
            add(events.next());
        }
    }

    private void add(SseEvent event) {
        if (event.is(SseEvent.END) && faults.has(Fault.Kind.NO_MESSAGE_STOP)) {
            over = true;
            return;
        }
        long delay = Math.max(eventDelay, event.is(SseEvent.DELTA) ? deltaDelay : 0);
        if (delay > 0) {
            ready.add(new Frame.Pause(delay));
        }
        SseEvent sound = isDue(Fault.Kind.MALFORMED_JSON_AFTER) ? event.cutInHalf() : event;
        ready.add(new Frame.Bytes(sound.encode(lineEnd)));
        if (isDue(Fault.Kind.DUPLICATE_EVENT_AFTER)) {
            ready.add(new Frame.Bytes(sound.encode(lineEnd)));
        }
        sent++;
    }

    private boolean isDue(Fault.Kind kind) {
        OptionalInt after = faults.value(kind);
        return after.isPresent() && after.getAsInt() == sent;
    }

    private void finish(Frame last) {
        ready.add(last);
        over = true;
    }
}
