package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.rules.Continuation;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;

/**
 * One stream for its subscriber, whose parts are the answers to as many requests as it takes.
 */
final class ResumedStream implements Flow.Subscription {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private final StreamResumption resumption;
    private final PreparedRequest request;
    private final Duration timeout;
    private final Deadline deadline;
    private final BiFunction<PreparedRequest, Duration, Multi<StreamEvent>> opening;
    private final MultiSubscriber<? super StreamEvent> subscriber;
    private final Context context;
    private final Queue<StreamEvent> due = new ConcurrentLinkedQueue<>();
    private final JoinedAnswer answer = new JoinedAnswer(due::add);
    private final AtomicLong requested = new AtomicLong();
    /** What the source has been asked for and not given; it is asked again when this is nothing. */
    private final AtomicLong outstanding = new AtomicLong();
    private final AtomicInteger draining = new AtomicInteger();
    private volatile Flow.@Nullable Subscription source;
    private volatile @Nullable Long timer;
    private volatile boolean cancelled;
    private volatile boolean ended;
    private @Nullable Throwable failure;
    private int breaks;

    ResumedStream(StreamResumption resumption, PreparedRequest request, Duration timeout,
            BiFunction<PreparedRequest, Duration, Multi<StreamEvent>> opening,
            MultiSubscriber<? super StreamEvent> subscriber) {
        this.resumption = resumption;
        this.request = request;
        this.timeout = timeout;
        this.deadline = Deadline.in(timeout);
        this.opening = opening;
        this.subscriber = subscriber;
        this.context = EventLoops.contextFor(resumption.vertx());
    }

    void start() {
        subscriber.onSubscribe(this);
        open(request, timeout, null);
    }

    private void open(PreparedRequest next, Duration timeout, @Nullable ClaudeException broken) {
        if (!cancelled) {
            Multi.createFrom().deferred(() -> opening.apply(next, timeout)).subscribe().withSubscriber(new Part(broken));
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            cancel();
            subscriber.onFailure(Subscriptions.getInvalidRequestException());
        } else {
            Subscriptions.add(requested, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        Long waiting = timer;
        if (waiting != null) {
            context.owner().cancelTimer(waiting);
        }
        Flow.Subscription subscription = source;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            handOut();
            missed = draining.addAndGet(-missed);
        }
    }

    private void handOut() {
        // first, since what it has given is due by then
        boolean idle = outstanding.get() == 0;
        while (requested.get() > 0 && !cancelled) {
            StreamEvent event = due.poll();
            if (event == null) {
                break;
            }
            Subscriptions.produced(requested, 1);
            subscriber.onItem(event);
        }
        if (cancelled || !due.isEmpty()) {
            return;
        }
        if (ended) {
            cancelled = true;
            if (failure == null) {
                subscriber.onCompletion();
            } else {
                subscriber.onFailure(failure);
            }
            return;
        }
        Flow.Subscription from = source;
        long wanted = requested.get();
        if (idle && from != null && wanted > 0) {
            outstanding.set(wanted);
            from.request(wanted);
        }
    }

    private void end(@Nullable Throwable failure) {
        this.failure = failure;
        ended = true;
        drain();
    }

    private void broken(ClaudeException failure) {
        breaks++;
        if (answer.lacksOnlyItsEnd() && resumption.delay(failure, 1) != null) {
            answer.end();
            end(null);
            return;
        }
        Duration delay = resumption.delay(failure, breaks);
        Continuation next = delay == null || delay.compareTo(deadline.remaining()) >= 0 ? null
                : resumption.continuation(request, answer);
        ClaudeException whole = answer.failed(failure);
        if (next == null) {
            end(whole);
            return;
        }
        LOG.warnf("An answer broke off, its rest is asked for: %s", failure.getMessage());
        answer.continuedBy(whole, next.repeated(), next.keepsThinking());
        timer = context.owner().setTimer(Math.max(1, delay.toMillis()),
                fired -> EventLoops.run(context, () -> open(next.request(), deadline.remaining(), whole)));
        if (cancelled) {
            cancel();
        }
    }

    /** The answer to one request. */
    private final class Part implements MultiSubscriber<StreamEvent> {

        /** What this one is to mend. */
        private final @Nullable ClaudeException broken;
        private boolean begun;

        Part(@Nullable ClaudeException broken) {
            this.broken = broken;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            outstanding.set(0);
            source = subscription;
            if (cancelled) {
                subscription.cancel();
            } else {
                drain();
            }
        }

        @Override
        public void onItem(StreamEvent event) {
            begun = true;
            answer.accept(event);
            Subscriptions.produced(outstanding, 1);
            drain();
        }

        @Override
        public void onFailure(Throwable failure) {
            source = null;
            if (!begun && broken != null) {
                broken.addSuppressed(failure);
                end(broken);
            } else if (begun && failure instanceof ClaudeException known) {
                broken(known);
            } else {
                end(failure);
            }
        }

        @Override
        public void onCompletion() {
            source = null;
            end(null);
        }
    }
}
