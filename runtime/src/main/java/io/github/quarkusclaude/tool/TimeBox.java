package io.github.quarkusclaude.tool;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.SerializedSubscriber;

/**
 * Completes when the time is up, and cancels what comes from above; {@code select().first(Duration)} would let it run on.
 */
final class TimeBox<T> extends AbstractMultiOperator<T, T> {

    private final Duration time;

    TimeBox(Multi<T> upstream, Duration time) {
        super(upstream);
        this.time = time;
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        Processor<T> processor = new Processor<>(subscriber, time);
        upstream.subscribe(processor);
    }

    private static final class Processor<T> extends MultiOperatorProcessor<T, T> {

        private final Duration time;
        private volatile @Nullable ScheduledFuture<?> timer;

        Processor(MultiSubscriber<? super T> downstream, Duration time) {
            super(new SerializedSubscriber<>(downstream));
            this.time = time;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            timer = Infrastructure.getDefaultWorkerPool().schedule(this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
            super.onSubscribe(subscription);
        }

        private void expire() {
            Flow.Subscription abandoned = getAndSetUpstreamSubscription(Subscriptions.CANCELLED);
            if (abandoned != Subscriptions.CANCELLED) {
                abandoned.cancel();
                downstream.onCompletion();
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            stop();
            super.onFailure(failure);
        }

        @Override
        public void onCompletion() {
            stop();
            super.onCompletion();
        }

        @Override
        public void cancel() {
            stop();
            super.cancel();
        }

        private void stop() {
            ScheduledFuture<?> running = timer;
            if (running != null) {
                running.cancel(false);
            }
        }
    }
}
