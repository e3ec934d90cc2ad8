package io.github.quarkusclaude.stream;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * Hands items from the thread that receives them to one that waits for them, keeping a bounded number in between. To be
 * taken by one thread at a time.
 */
public final class BlockingItems<T> implements MultiSubscriber<T> {

    private sealed interface Signal<T> {
    }

    private record Item<T>(T item) implements Signal<T> {
    }

    private record End<T>(@Nullable Throwable failure) implements Signal<T> {
    }

    private final int capacity;
    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private int takenSinceRequest;
    private @Nullable End<T> end;

    /**
     * A place for items to wait in.
     *
     * @param capacity how many may wait, at least two; when half of them are taken, as many more are asked for
     */
    public BlockingItems(int capacity) {
        this.capacity = capacity;
    }

    /** The items of a source as a stream, which subscribes at once. Close it unless it is read to its end. */
    public static <T> Stream<T> stream(Multi<T> source, int capacity) {
        BlockingItems<T> items = new BlockingItems<>(capacity);
        source.subscribe().withSubscriber(items);
        return items.stream();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(capacity);
        }
    }

    @Override
    public void onItem(T item) {
        signals.add(new Item<>(item));
    }

    @Override
    public void onFailure(Throwable failure) {
        signals.add(new End<>(failure));
    }

    @Override
    public void onCompletion() {
        signals.add(new End<>(null));
    }

    /**
     * Waits for the next item.
     *
     * @return {@code null} at the end
     * @throws RuntimeException the failure of the source
     * @throws CancellationException if the thread is interrupted, or the items were closed
     */
    public @Nullable T take() {
        if (end == null) {
            Signal<T> signal = await();
            if (signal instanceof Item<T> item) {
                askForMore();
                return item.item();
            }
            end = (End<T>) signal;
        }
        if (end.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        if (end.failure() != null) {
            throw new IllegalStateException(end.failure());
        }
        return null;
    }

    /** The remaining items; closing the stream cancels the source. */
    public Stream<T> stream() {
        return StreamSupport
                .stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /** The remaining items. */
    public Iterator<T> iterator() {
        return new TakingIterator<>(this::take);
    }

    private Signal<T> await() {
        Signal<T> signal = signals.poll();
        if (signal != null) {
            return signal;
        }
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("This thread must not wait for a stream: " + Thread.currentThread().getName()
                    + ". Use ReactiveClaudeClient on an event loop");
        }
        try {
            return signals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            CancellationException cancelled = new CancellationException("Interrupted while waiting for Claude");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private void askForMore() {
        Flow.Subscription current = subscription;
        if (++takenSinceRequest == capacity / 2 && current != null) {
            takenSinceRequest = 0;
            current.request(capacity / 2);
        }
    }

    /** Cancels the source. */
    public void close() {
        closed = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        signals.add(new End<>(new CancellationException("The stream was closed")));
    }
}
