package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.TooManyCallsException;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * A call that waits. It gets a permit, or gives up, or its caller does.
 */
final class Waiter implements UniSubscription {

    private enum State {
        WAITING,
        ADMITTED,
        GONE
    }

    private static final Runnable NOTHING = () -> {
    };

    final Lane lane;
    final CallSize size;
    final CallUse use;
    final long since;
    private final Admission admission;
    private final UniSubscriber<? super Permit> subscriber;
    private final Executor caller;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final AtomicReference<@Nullable Runnable> deadline = new AtomicReference<>();
    private volatile @Nullable Permit permit;

    Waiter(Admission admission, Lane lane, CallSize size, long since, UniSubscriber<? super Permit> subscriber,
            Executor caller) {
        this.admission = admission;
        this.lane = lane;
        this.size = size;
        this.use = lane.expect(size);
        this.since = since;
        this.subscriber = subscriber;
        this.caller = caller;
    }

    Duration waited(long now) {
        return Duration.ofNanos(now - since);
    }

    boolean isWaiting() {
        return state.get() == State.WAITING;
    }

    /** Begins to watch the time; calling it off is left to this. */
    void until(Runnable callOff) {
        if (!deadline.compareAndSet(null, callOff)) {
            callOff.run();
        }
    }

    private void stopWatching() {
        Runnable callOff = deadline.getAndSet(NOTHING);
        if (callOff != null) {
            callOff.run();
        }
    }

    /** Gives it a permit, if it still waits for one. */
    boolean admit(Permit permit) {
        this.permit = permit;
        return state.compareAndSet(State.WAITING, State.ADMITTED);
    }

    void goOn() {
        stopWatching();
        caller.execute(() -> subscriber.onItem(permit));
    }

    /** It waits no longer; whether it did. */
    boolean leave() {
        return state.compareAndSet(State.WAITING, State.GONE);
    }

    void fail(TooManyCallsException failure) {
        stopWatching();
        caller.execute(() -> subscriber.onFailure(failure));
    }

    @Override
    public void cancel() {
        stopWatching();
        if (leave()) {
            admission.left(this);
        } else {
            Permit given = permit;
            if (given != null) {
                given.abandon();
            }
        }
    }
}
