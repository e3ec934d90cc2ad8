package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.TaskQueue;

/**
 * What a call has to do that may block: on worker threads, one step after the other. The steps have a queue of their own,
 * because the caller may be a step in the queue of its context that waits for them. Outcomes arrive on an event loop.
 */
final class WorkerSteps {

    private final ContextInternal context;
    private final TaskQueue queue = new TaskQueue();

    WorkerSteps(Vertx vertx) {
        this.context = (ContextInternal) EventLoops.contextFor(vertx);
    }

    /** Does a step, behind those asked for before. */
    <T> Uni<T> then(Callable<T> step) {
        return Uni.createFrom().completionStage(() -> context.executeBlocking(step, queue).toCompletionStage())
                .onFailure(IOException.class).transform(e -> new UncheckedIOException((IOException) e));
    }
}
