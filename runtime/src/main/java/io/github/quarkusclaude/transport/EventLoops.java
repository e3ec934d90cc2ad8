package io.github.quarkusclaude.transport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Where the signals of a call are given out: always on an event loop. The other contexts of Vert.x do one thing after the
 * other on threads that may wait: signals would queue behind a caller that waits for them.
 */
public final class EventLoops {

    private EventLoops() {
    }

    /** The context of the caller, or one of its own for a call whose caller is on no event loop. */
    static Context contextFor(Vertx vertx) {
        Context current = vertx.getOrCreateContext();
        return current.isEventLoopContext() ? current : ownContext(current);
    }

    /**
     * Makes a call on an event loop. Otherwise an answer that is there before the caller listens would be given out on the
     * thread of the caller.
     */
    public static <T> Uni<T> answering(Vertx vertx, Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            Context context = contextFor(vertx);
            return call.runSubscriptionOn(subscription -> run(context, subscription));
        });
    }

    /** Not with the worker threads of the caller, who may be waiting on the last of them. */
    private static Context ownContext(Context current) {
        ContextInternal caller = (ContextInternal) current;
        return caller.owner().createEventLoopContext(caller.nettyEventLoop(), null, caller.classLoader());
    }

    /** Runs an action on the context of a call: at once if that is where the caller is. */
    static void run(Context context, Runnable action) {
        if (Vertx.currentContext() == context && Context.isOnEventLoopThread()) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
