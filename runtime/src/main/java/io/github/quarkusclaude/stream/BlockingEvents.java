package io.github.quarkusclaude.stream;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * Hands events from the thread that receives them to one that waits for them, keeping a bounded number in between.
 */
final class BlockingEvents implements MultiSubscriber<StreamEvent> {

    /** How many events may wait; when half of them are taken, as many more are asked for. */
    private static final int CAPACITY = 64;

    private sealed interface Signal {
    }

    private record Item(StreamEvent event) implements Signal {
    }

    private record End(@Nullable Throwable failure) implements Signal {
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private int takenSinceRequest;
    private @Nullable End end;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(CAPACITY);
        }
    }

    @Override
    public void onItem(StreamEvent event) {
        signals.add(new Item(event));
    }

    @Override
    public void onFailure(Throwable failure) {
        signals.add(new End(failure));
    }

    @Override
    public void onCompletion() {
        signals.add(new End(null));
    }

    /** Waits for the next event; {@code null} at the end. */
    @Nullable
    StreamEvent take() {
        if (end == null) {
            Signal signal = await();
            if (signal instanceof Item item) {
                askForMore();
                return item.event();
            }
            end = (End) signal;
        }
        if (end.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        if (end.failure() != null) {
            throw new IllegalStateException(end.failure());
        }
        return null;
    }

    private Signal await() {
        Signal signal = signals.poll();
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
        if (++takenSinceRequest == CAPACITY / 2 && current != null) {
            takenSinceRequest = 0;
            current.request(CAPACITY / 2);
        }
    }

    void close() {
        closed = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        signals.add(new End(new CancellationException("The stream was closed")));
    }
}
