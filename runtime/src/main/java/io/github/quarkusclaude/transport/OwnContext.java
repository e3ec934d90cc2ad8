package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * A context that belongs to one call, so that what is left there is seen by what the call is made with and by nobody else.
 * The caller gets its signals on its own context, which has the same event loop: between the two there is no queue.
 */
final class OwnContext {

    private final ContextInternal callers;
    private final ContextInternal own;

    private OwnContext(ContextInternal callers) {
        this.callers = callers;
        this.own = callers.duplicate();
    }

    /** For a call of the current thread. */
    static OwnContext of(Vertx vertx) {
        return new OwnContext((ContextInternal) EventLoops.contextFor(vertx));
    }

    /**
     * @param entered what to do first on the context of the call
     * @param call made there, on the thread of the caller; it knows nothing of the context of the caller
     */
    <T> Uni<T> call(Runnable entered, Supplier<Uni<T>> call) {
        Uni<T> made = new AbstractUni<>() {
            @Override
            public void subscribe(UniSubscriber<? super T> subscriber) {
                own.dispatch(() -> {
                    entered.run();
                    AbstractUni.subscribe(call.get(), subscriber);
                });
            }
        };
        return made.emitOn(signal -> on(callers, signal));
    }

    /** The same with an answer that is streamed. */
    <T> Multi<T> stream(Runnable entered, Supplier<Multi<T>> call) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super T> subscriber) {
                own.dispatch(() -> {
                    entered.run();
                    call.get().subscribe(new Between<>(subscriber));
                });
            }
        };
    }

    private static void on(ContextInternal context, Runnable action) {
        if (context.inThread()) {
            context.dispatch(action);
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }

    /** Signals go to the context of the caller, requests to that of the call. */
    private final class Between<T> implements MultiSubscriber<T>, Flow.Subscription {

        private final MultiSubscriber<? super T> subscriber;
        private volatile Flow.@Nullable Subscription upstream;

        Between(MultiSubscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onItem(T item) {
            on(callers, () -> subscriber.onItem(item));
        }

        @Override
        public void onFailure(Throwable failure) {
            on(callers, () -> subscriber.onFailure(failure));
        }

        @Override
        public void onCompletion() {
            on(callers, subscriber::onCompletion);
        }

        @Override
        public void request(long count) {
            Flow.Subscription subscription = upstream;
            if (own.inThread()) {
                own.dispatch(() -> subscription.request(count));
            } else {
                subscription.request(count);
            }
        }

        @Override
        public void cancel() {
            upstream.cancel();
        }
    }
}
