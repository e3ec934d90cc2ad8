package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;

/**
 * Lets one call be made. It is told how the call goes, and is released when the call has ended.
 */
public final class Permit {

    private static final int FIRST_ERROR = 400;

    private enum State {
        GIVEN,
        USED,
        RELEASED
    }

    private final Admission admission;
    private final Lane lane;
    private final CallSize size;
    private final CallUse taken;
    private final BucketNote[] notes;
    private final boolean[] counted;
    private final Duration waited;
    private final AtomicReference<State> state = new AtomicReference<>(State.GIVEN);
    private volatile int status;
    private volatile @Nullable Usage usage;

    Permit(Admission admission, Lane lane, CallSize size, CallUse taken, BucketNote[] notes, Duration waited) {
        this.admission = admission;
        this.lane = lane;
        this.size = size;
        this.taken = taken;
        this.notes = notes;
        this.counted = new boolean[notes.length];
        this.waited = waited;
    }

    /** How long the call has waited for it. */
    public Duration waited() {
        return waited;
    }

    /**
     * Takes the head of the answer.
     *
     * @param date the server's {@code date}
     */
    public void answered(ResponseMetadata head, @Nullable String date) {
        status = head.status();
        Instant time = date == null ? null : HeaderValues.instant(date);
        lane.answered(head, notes, counted, time, admission.nanos());
        admission.changed();
    }

    /** Takes what the call has used so far. */
    public void used(Usage usage) {
        this.usage = usage;
    }

    /** The call has ended. Further calls do nothing. */
    public void release() {
        if (state.getAndSet(State.RELEASED) != State.RELEASED) {
            lane.ended(notes, counted, used());
            admission.released();
        }
    }

    /** Whether the call is to be made: nobody has given it up before. */
    boolean begin() {
        return state.compareAndSet(State.GIVEN, State.USED);
    }

    /** Nobody waits for the permit any more, unless it has arrived already. */
    void abandon() {
        if (state.compareAndSet(State.GIVEN, State.RELEASED)) {
            putBack();
            admission.changed();
        }
    }

    /** Nobody has got the permit. */
    void withdraw() {
        state.set(State.RELEASED);
        putBack();
    }

    private void putBack() {
        lane.ended(notes, counted, CallUse.NONE);
        admission.placeIsFree();
    }

    /** As far as that is known; what was taken, if nothing is. */
    private CallUse used() {
        Usage told = usage;
        if (told != null) {
            return lane.learn(size, told);
        }
        if (status == Lane.TOO_MANY_REQUESTS) {
            return CallUse.NONE;
        }
        return status >= FIRST_ERROR ? new CallUse(taken.requests(), taken.input(), 0) : taken;
    }
}
