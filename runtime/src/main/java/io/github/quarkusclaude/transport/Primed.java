package io.github.quarkusclaude.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Items whose beginning has arrived, for one subscriber. What fails before is a failure to open, behind which the call can
 * be made again because nothing was handed out.
 */
final class Primed<T> implements MultiSubscriber<T>, Flow.Subscription {

    private final Predicate<? super T> isContent;
    private final UniEmitter<? super Primed<T>> opening;
    private final Queue<T> held = new ArrayDeque<>();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger draining = new AtomicInteger();
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription source;
    private volatile @Nullable MultiSubscriber<? super T> subscriber;
    private volatile boolean cancelled;
    private boolean open;
    /** Nothing is held any more: items and requests pass through. */
    private volatile boolean direct;
    private volatile boolean ended;
    private @Nullable Throwable failure;
    private boolean told;

    private Primed(Predicate<? super T> isContent, UniEmitter<? super Primed<T>> opening) {
        this.isContent = isContent;
        this.opening = opening;
    }

    /**
     * Subscribes to items and waits for the first that is content, or for their end. Those before are held back.
     */
    static <T> Uni<Primed<T>> of(Multi<T> items, Predicate<? super T> isContent) {
        return Uni.createFrom().emitter(opening -> {
            Primed<T> primed = new Primed<>(isContent, opening);
            opening.onTermination(primed::cancelUnlessOpen);
            items.subscribe().withSubscriber(primed);
        });
    }

    /** To be called when nobody will subscribe, or has. */
    void cancelUnlessTaken() {
        if (!taken.get()) {
            cancel();
        }
    }

    private void cancelUnlessOpen() {
        if (!open) {
            cancel();
        }
    }

    /** All items, for one subscriber. */
    Multi<T> items() {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super T> subscriber) {
                take(subscriber);
            }
        };
    }

    private void take(MultiSubscriber<? super T> subscriber) {
        if (taken.compareAndSet(false, true)) {
            this.subscriber = subscriber;
            subscriber.onSubscribe(this);
            drain();
        } else {
            Subscriptions.fail(subscriber, new IllegalStateException("A stream has one subscriber"));
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        if (cancelled) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onItem(T item) {
        if (direct) {
            subscriber.onItem(item);
            return;
        }
        held.add(item);
        if (isContent.test(item)) {
            opened();
        } else {
            source.request(1);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (open) {
            this.failure = failure;
            ended = true;
            drain();
        } else {
            open = true;
            opening.fail(failure);
        }
    }

    @Override
    public void onCompletion() {
        ended = true;
        if (open) {
            drain();
        } else {
            opened();
        }
    }

    private void opened() {
        open = true;
        opening.complete(this);
    }

    @Override
    public void request(long n) {
        if (direct || n <= 0) {
            source.request(n);
        } else {
            Subscriptions.add(requested, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        Flow.Subscription subscription = source;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void drain() {
        if (subscriber == null || draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            handOut();
            missed = draining.addAndGet(-missed);
        }
    }

    private void handOut() {
        while (!held.isEmpty() && !cancelled && requested.get() > 0) {
            requested.decrementAndGet();
            subscriber.onItem(held.remove());
        }
        if (cancelled) {
            return;
        }
        if (ended && failure != null) {
            // the time is up, also for a subscriber who asks for nothing more
            held.clear();
        }
        if (!held.isEmpty()) {
            return;
        }
        if (ended) {
            end();
        } else {
            direct = true;
            long rest = requested.getAndSet(0);
            if (rest > 0) {
                source.request(rest);
            }
        }
    }

    private void end() {
        if (told) {
            return;
        }
        told = true;
        if (failure == null) {
            subscriber.onCompletion();
        } else {
            subscriber.onFailure(failure);
        }
    }
}
