package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.TooManyCallsException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

/**
 * Lets the calls of one client through: at most so many at once, and each when the limits of its class of models have room for
 * it, as far as they are known. Other calls wait, in the order in which they came; those of one class do not wait for those of
 * another. Thread safe; no thread is blocked.
 */
public final class Admission {

    /** Model ids come from requests: somebody may make them up without end. */
    private static final int MAX_LANES = 1_000;
    private static final String NO_MODEL = "";
    private static final String FAST = " fast";

    private final AdmissionSettings settings;
    private final Scheduling scheduling;
    private final Refusals refusals;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Lane unpaced;
    private final AtomicInteger underWay = new AtomicInteger();

    /** The lock of the queue and of what is below. */
    private final CallQueue queue = new CallQueue();
    private volatile int waiting;
    private Runnable callOff = () -> {
    };
    private long wakeAt;
    private boolean wakes;
    private volatile long waitedCount;
    private volatile Duration lastWait = Duration.ZERO;

    /** How often it was asked to let waiting calls through while it was about it. */
    private final AtomicInteger rounds = new AtomicInteger();

    /** @param client the name of the client, for people */
    public Admission(String client, AdmissionSettings settings, Scheduling scheduling) {
        this.settings = settings;
        this.scheduling = scheduling;
        this.refusals = new Refusals(client, settings);
        this.unpaced = Lane.unpaced(scheduling.nanos());
    }

    /**
     * Makes a call when it may be made. Fails with a {@link TooManyCallsException} if it would have to wait for too long, at
     * once if that can be told. The call has ended when what it gives has ended or was cancelled.
     *
     * @param modelClass the class of the model it is about, which has limits of its own; {@code null} for none
     * @param size how large it is, about
     * @param mayWait how long it may wait; {@code null} for as long as the settings allow
     */
    public <T> Uni<T> call(@Nullable String modelClass, CallSize size, @Nullable Duration mayWait,
            Function<Permit, Uni<T>> call) {
        return admitted(modelClass, size, mayWait)
                .onItem().transformToUni(permit -> permit.begin()
                        ? Uni.createFrom().deferred(() -> call.apply(permit)).onTermination().invoke(permit::release)
                        : Uni.createFrom().nothing());
    }

    /** Makes a call whose answer is streamed, as {@link #call} does. */
    public <T> Multi<T> stream(@Nullable String modelClass, CallSize size, @Nullable Duration mayWait,
            Function<Permit, Multi<T>> call) {
        return admitted(modelClass, size, mayWait)
                .onItem().transformToMulti(permit -> permit.begin()
                        ? Multi.createFrom().deferred(() -> call.apply(permit)).onTermination().invoke(permit::release)
                        : Multi.createFrom().nothing());
    }

    /** The calls of this moment. */
    public AdmissionStatus status() {
        return new AdmissionStatus(underWay.get(), waiting, waitedCount, lastWait);
    }

    private Uni<Permit> admitted(@Nullable String modelClass, CallSize size, @Nullable Duration mayWait) {
        return Uni.createFrom().deferred(() -> {
            Lane lane = lane(modelClass, size);
            Permit permit = waiting == 0 ? admit(lane, size, lane.expect(size), scheduling.nanos(), Duration.ZERO) : null;
            return permit == null ? waitingFor(lane, size, mayWait)
                    : Uni.createFrom().item(permit).onCancellation().invoke(permit::abandon);
        });
    }

    private Lane lane(@Nullable String modelClass, CallSize size) {
        if (!settings.pacing()) {
            return unpaced;
        }
        String key = modelClass == null ? NO_MODEL : size.fast() ? modelClass + FAST : modelClass;
        Lane lane = lanes.get(key);
        if (lane != null) {
            return lane;
        }
        if (lanes.size() >= MAX_LANES) {
            return unpaced;
        }
        return lanes.computeIfAbsent(key, ignored -> {
            long now = scheduling.nanos();
            return modelClass == null ? Lane.ofNoModel(now)
                    : size.fast() ? Lane.ofFastMode(modelClass, now) : Lane.of(modelClass, now);
        });
    }

    private @Nullable Permit admit(Lane lane, CallSize size, CallUse use, long now, Duration waited) {
        if (!takePlace()) {
            return null;
        }
        BucketNote[] notes = lane.take(use, now);
        if (notes == null) {
            underWay.decrementAndGet();
            return null;
        }
        return new Permit(this, lane, size, use, notes, waited);
    }

    private boolean takePlace() {
        while (true) {
            int count = underWay.get();
            if (count >= settings.maxConcurrent()) {
                return false;
            }
            if (underWay.compareAndSet(count, count + 1)) {
                return true;
            }
        }
    }

    private Uni<Permit> waitingFor(Lane lane, CallSize size, @Nullable Duration mayWait) {
        return new AbstractUni<>() {
            @Override
            public void subscribe(UniSubscriber<? super Permit> subscriber) {
                Waiter waiter = new Waiter(Admission.this, lane, size, scheduling.nanos(), subscriber, scheduling.here());
                subscriber.onSubscribe(waiter);
                enter(waiter, settings.limit(mayWait));
            }
        };
    }

    private void enter(Waiter waiter, @Nullable Duration mayWait) {
        List<Waiter> admitted;
        TooManyCallsException refusal = null;
        synchronized (queue) {
            CallUse ahead = queue.add(waiter);
            waiting = queue.size();
            admitted = admitThose();
            if (waiter.isWaiting()) {
                refusal = refusals.of(waiter, waiter.lane.obstacle(ahead, waiter.use, scheduling.nanos()), queue.size(),
                        mayWait);
                if (refusal != null && waiter.leave()) {
                    remove(waiter);
                }
            } else {
                // it may have been given up before it was in the queue
                remove(waiter);
            }
        }
        admitted.forEach(Waiter::goOn);
        if (refusal != null) {
            waiter.fail(refusal);
        } else if (mayWait != null && waiter.isWaiting()) {
            waiter.until(scheduling.later(mayWait.toNanos(), () -> expired(waiter)));
        }
    }

    private void expired(Waiter waiter) {
        if (waiter.leave()) {
            left(waiter);
            long now = scheduling.nanos();
            waiter.fail(refusals.expired(waiter, waiter.waited(now), waiter.lane.obstacle(CallUse.NONE, waiter.use, now)));
        }
    }

    /** A call does not wait any longer. */
    void left(Waiter waiter) {
        synchronized (queue) {
            remove(waiter);
        }
        // who is behind it may need less
        changed();
    }

    /** A call has ended. */
    void released() {
        placeIsFree();
        changed();
    }

    void placeIsFree() {
        underWay.decrementAndGet();
    }

    /** More may be known than before. */
    void changed() {
        if (waiting == 0 || rounds.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            List<Waiter> admitted;
            synchronized (queue) {
                admitted = admitThose();
            }
            admitted.forEach(Waiter::goOn);
            done = rounds.addAndGet(-done);
        } while (done != 0);
    }

    long nanos() {
        return scheduling.nanos();
    }

    /** Gives permits to those who can have them, and sees to it that the next are not forgotten. */
    private List<Waiter> admitThose() {
        List<Waiter> admitted = new ArrayList<>();
        long now = scheduling.nanos();
        for (Waiter next = queue.next(now); next != null; next = queue.next(now)) {
            Permit permit = admit(next.lane, next.size, next.lane.expect(next.size), now, next.waited(now));
            if (permit == null) {
                break;
            }
            remove(next);
            if (next.admit(permit)) {
                admitted.add(next);
                waitedCount++;
                lastWait = permit.waited();
            } else {
                permit.withdraw();
            }
        }
        if (underWay.get() < settings.maxConcurrent()) {
            wakeIn(queue.untilNext(now), now);
        }
        return admitted;
    }

    private void wakeIn(long nanos, long now) {
        if (nanos == Long.MAX_VALUE || wakes && wakeAt - (now + nanos) <= 0) {
            return;
        }
        callOff.run();
        wakes = true;
        wakeAt = now + nanos;
        callOff = scheduling.later(nanos, this::wake);
    }

    private void wake() {
        synchronized (queue) {
            wakes = false;
        }
        changed();
    }

    private void remove(Waiter waiter) {
        queue.remove(waiter);
        waiting = queue.size();
    }
}
