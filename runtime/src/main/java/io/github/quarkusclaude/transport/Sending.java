package io.github.quarkusclaude.transport;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.impl.ContextInternal;

/**
 * One request of the REST client, which never gives back the connection of a request that is cancelled while it waits for
 * one. This waits with the cancellation until there is a connection, and gives that back.
 * <p>
 * Confined to a context of its own, by which the connection is recognized, except for {@link #over()}.
 */
final class Sending<T> {

    private static final String KEY = Sending.class.getName();

    private final UniEmitter<? super T> caller;
    private final ContextInternal own;
    private @Nullable Cancellable call;
    private boolean connected;
    /** Another call may have the connection by now, and resetting the request would close it. */
    private boolean ended;
    private volatile boolean over;

    private Sending(UniEmitter<? super T> caller, ContextInternal own) {
        this.caller = caller;
        this.own = own;
    }

    /** Makes a call of a REST client that tells of its {@linkplain #connected connections}, on an event loop. */
    static <T> Uni<T> of(Vertx vertx, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            ContextInternal callers = (ContextInternal) EventLoops.contextFor(vertx);
            ContextInternal own = callers.duplicate();
            if (callers.isDuplicate()) {
                own.localContextData().putAll(callers.localContextData());
            }
            return Uni.createFrom().<T> emitter(emitter -> {
                Sending<T> sending = new Sending<>(emitter, own);
                own.putLocal(KEY, sending);
                emitter.onTermination(sending::over);
                EventLoops.run(own, () -> sending.start(call));
            }).emitOn(signal -> EventLoops.run(callers, signal));
        });
    }

    /** To be called with each request that has got a connection and is not sent yet. */
    static void connected(HttpClientRequest request) {
        ContextInternal context = ContextInternal.current();
        if (context != null && context.isDuplicate() && context.getLocal(KEY) instanceof Sending<?> sending) {
            sending.take(request);
        }
    }

    private void start(Supplier<Uni<T>> made) {
        if (!over) {
            call = made.get().subscribe().with(caller::complete, caller::fail);
        }
    }

    private void take(HttpClientRequest request) {
        connected = true;
        if (over) {
            request.exceptionHandler(ignored -> {
                // nobody wants to know
            });
            request.reset();
        } else {
            request.response().compose(HttpClientResponse::end).onComplete(answered -> ended = true);
        }
    }

    private void over() {
        over = true;
        // the end of the answer may be here already and wait behind this
        own.runOnContext(ignored -> {
            if (connected && !ended && call != null) {
                call.cancel();
            }
        });
    }
}
