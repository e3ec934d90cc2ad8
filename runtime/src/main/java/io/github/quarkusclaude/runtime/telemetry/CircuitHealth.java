package io.github.quarkusclaude.runtime.telemetry;

import java.time.Duration;
import java.time.Instant;

import io.github.quarkusclaude.transport.CircuitStatus;
import io.github.quarkusclaude.transport.CircuitStatus.State;

/**
 * What a circuit is good for, by what is known about it.
 */
enum CircuitHealth {

    /** Calls are made. */
    CLOSED(true, "closed"),
    /** The next call shows whether the API is in order again: it must be let through, or nobody ever knows. */
    TRIED_BY_NEXT_CALL(true, "half-open, the next call shows whether the API answers again"),
    /** Calls fail at once. */
    OPEN(false, "open");

    private final boolean usable;
    private final String text;

    CircuitHealth(boolean usable, String text) {
        this.usable = usable;
        this.text = text;
    }

    /** @param pause for how long no calls are made */
    static CircuitHealth of(CircuitStatus status, Duration pause, Instant now) {
        if (status.state() == State.CLOSED) {
            return CLOSED;
        }
        boolean isPaused = status.state() == State.OPEN && status.since() != null && now.isBefore(status.since().plus(pause));
        return isPaused ? OPEN : TRIED_BY_NEXT_CALL;
    }

    /** Whether calls are made. */
    boolean isUsable() {
        return usable;
    }

    /** For people. */
    String text() {
        return text;
    }
}
