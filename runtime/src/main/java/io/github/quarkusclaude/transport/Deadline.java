package io.github.quarkusclaude.transport;

import java.time.Duration;

/**
 * The moment by which a call must have ended, whatever it does until then: waiting, attempts, and pauses between them.
 */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** A time from now. */
    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** What is left; negative if it is over. */
    Duration remaining() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
