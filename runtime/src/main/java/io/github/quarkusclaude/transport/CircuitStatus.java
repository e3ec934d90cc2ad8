package io.github.quarkusclaude.transport;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether an endpoint is in order.
 *
 * @param state whether it is asked
 * @param since when it came to be so; {@code null} if it always was
 */
public record CircuitStatus(State state, @Nullable Instant since) {

    /** Whether an endpoint is asked. */
    public enum State {
        /** It is. */
        CLOSED,
        /** It is not: too much has failed. */
        OPEN,
        /** It is asked now and then, to see whether it is in order again. */
        HALF_OPEN
    }
}
