package io.github.quarkusclaude.simulator;

import java.time.Clock;

/** A message batch as a test sees it, to decide how it goes on. All methods may be called from any thread. */
public final class SimulatedBatch {

    private final Batch batch;
    private final Clock clock;

    SimulatedBatch(Batch batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    /** Its id, {@code msgbatch_…}. */
    public String id() {
        return batch.id();
    }

    /** How many requests it has. */
    public int size() {
        return batch.requests().size();
    }

    /** Whether its results can be had. */
    public boolean hasEnded() {
        return batch.course().hasEnded(clock.instant());
    }

    /** Answers at once all requests that are left. Does nothing to a batch that has ended. */
    public void end() {
        batch.course().finish(clock.instant());
    }

    /** Lets its 24 hours be over: requests that are left expire. Does nothing to a batch that has ended. */
    public void expire() {
        batch.course().expire(clock.instant());
    }

    @Override
    public String toString() {
        return "SimulatedBatch[" + id() + "]";
    }
}
