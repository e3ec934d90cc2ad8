package io.github.quarkusclaude.transport;

import java.util.stream.Stream;

import io.github.quarkusclaude.stream.BlockingItems;
import io.github.quarkusclaude.tool.ToolRunners;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Waits for runs of tools as for everything else.
 */
record WaitingForRuns() implements ToolRunners.Waiting {

    /** How many events of a run may wait to be taken. */
    private static final int EVENTS = 64;

    @Override
    public <T> T await(Uni<T> uni) {
        return Awaiting.await(uni);
    }

    @Override
    public <T> Stream<T> items(Multi<T> source) {
        Awaiting.expectBlockingThread();
        return BlockingItems.stream(source, EVENTS);
    }
}
