package io.github.quarkusclaude.limits;

import java.util.concurrent.Executor;

/**
 * Time, and where things happen.
 */
public interface Scheduling {

    /** The time in nanoseconds, from any origin; never goes back. */
    long nanos();

    /**
     * Does something later, on any thread, unless that is called off.
     *
     * @param nanos after how long, at least
     * @return calls it off; may be run at any time
     */
    Runnable later(long nanos, Runnable action);

    /** Where the signals of a call are given out that is being made by the current thread. */
    Executor here();
}
