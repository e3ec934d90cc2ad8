package io.github.quarkusclaude.transport;

import java.util.concurrent.Executor;

import io.github.quarkusclaude.limits.Scheduling;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Timers and event loops of Vert.x.
 */
final class VertxScheduling implements Scheduling {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Vertx vertx;

    VertxScheduling(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Runnable later(long nanos, Runnable action) {
        long timer = vertx.setTimer(Math.max(1, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI), ignored -> action.run());
        return () -> vertx.cancelTimer(timer);
    }

    @Override
    public Executor here() {
        Context context = EventLoops.contextFor(vertx);
        return action -> EventLoops.run(context, action);
    }
}
