package io.github.quarkusclaude.transport;

import java.time.Duration;

/**
 * The failure of an attempt behind which another one follows.
 */
final class PassingFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Duration delay;

    PassingFailure(Throwable failure, Duration delay) {
        super(null, failure, false, false);
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }

    /** The failure itself. */
    static Throwable unwrap(Throwable failure) {
        return failure instanceof PassingFailure passing ? passing.getCause() : failure;
    }
}
