package io.github.quarkusclaude.limits;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * One limit as the server is thought to keep it: a bucket that refills all the time. All there is to know about it is the
 * time at which it would be full again, so taking from it is one exchange of one number, without a lock.
 * <p>
 * What a call takes is an estimate; it is settled when the call has ended. What the server says corrects the rest. It is
 * always old, and does not tell which of the calls under way it has counted, so it is believed only as far as that makes no
 * difference.
 */
final class PacedBucket {

    /** By then, a call that was let through has come in. */
    private static final long ON_THE_WAY_NANOS = 5_000_000_000L;

    private final boolean exact;
    private final AtomicLong fullAt;
    /** All that calls have taken. What they take is here before it is in {@link #fullAt}. */
    private final AtomicLong taken = new AtomicLong();
    /** What of it was taken by calls that have ended. */
    private final AtomicLong ended = new AtomicLong();
    private volatile Passed passed;
    private volatile @Nullable Refill refill;

    /** How much had been taken at a time and at one before. */
    private record Passed(long at, long taken, long takenBefore) {
    }

    /**
     * A bucket of which nothing is known, so that everything can be had from it.
     *
     * @param exact whether what a call takes is what it uses, so that the server counts it when the call comes in
     */
    PacedBucket(boolean exact, long now) {
        this.exact = exact;
        this.fullAt = new AtomicLong(now);
        this.passed = new Passed(now, 0, 0);
    }

    PacedBucket(Refill refill, long now) {
        this(true, now);
        this.refill = refill;
    }

    @Nullable
    Refill refill() {
        return refill;
    }

    /** Takes something if there is enough; more than can ever be there, if the bucket is full. */
    boolean take(long units, long now) {
        taken.addAndGet(units);
        Refill known = refill;
        if (known == null || units == 0) {
            return true;
        }
        long cost = known.nanos(units);
        while (true) {
            long before = fullAt.get();
            long missing = Math.max(0, before - now);
            if (missing > 0 && missing + cost > known.usableNanos()) {
                taken.addAndGet(-units);
                return false;
            }
            if (fullAt.compareAndSet(before, now + missing + cost)) {
                return true;
            }
        }
    }

    /** Gives back what was taken by a call that is not made. */
    void giveBack(long units) {
        Refill known = refill;
        if (known != null) {
            fullAt.addAndGet(-known.nanos(units));
        }
        taken.addAndGet(-units);
    }

    /**
     * How long it takes until something can be taken; 0 if it can be now.
     *
     * @param ahead what others take before
     */
    long waitFor(long ahead, long units, long now) {
        Refill known = refill;
        if (known == null || units == 0) {
            return 0;
        }
        long missing = Math.max(0, fullAt.get() - now);
        long wait = Math.max(0, missing + known.nanos(ahead + units) - known.usableNanos());
        return ahead == 0 ? Math.min(missing, wait) : wait;
    }

    long fullAt() {
        return fullAt.get();
    }

    /** What of all that was taken the server may not have counted yet, or has counted as something else. */
    long underWay(long now) {
        long all = taken.get();
        long notEnded = all - ended.get();
        return Math.max(0, exact ? Math.min(notEnded, all - passed(now, all).takenBefore) : notEnded);
    }

    /**
     * Keeps in mind what was taken some time ago: for at least the time a call may be on its way, and for at most twice that.
     */
    private Passed passed(long now, long all) {
        Passed last = passed;
        if (now - last.at < ON_THE_WAY_NANOS) {
            return last;
        }
        Passed next = new Passed(now, all, now - last.at < 2 * ON_THE_WAY_NANOS ? last.taken : all);
        passed = next;
        return next;
    }

    /**
     * A call has ended.
     *
     * @param units what it has taken
     * @param used what it has used
     * @param counted whether what it uses is already in what the server has told
     */
    void settle(long units, long used, boolean counted) {
        Refill known = refill;
        taken.addAndGet(used - units);
        if (known != null && used != units && !counted) {
            fullAt.addAndGet(known.nanos(used - units));
        }
        ended.addAndGet(used);
    }

    /**
     * The server has told how much was left when it looked at a call.
     *
     * @param told what it said
     * @param call what was known here when that call was let through
     * @return whether what that call uses is in it now, so that it is not to be counted again
     */
    boolean correct(ToldLimit told, BucketNote call, long now) {
        Refill before = refill;
        Refill after = told.refill();
        if (before == null || !after.isAbout(before)) {
            begin(after, told, call, now);
            return true;
        }
        lower(before, told, call, now);
        raise(before, told, call, now);
        return false;
    }

    /** The server may have looked when the call came in, or now: the worse of both counts. */
    private void begin(Refill known, ToldLimit told, BucketNote call, long now) {
        long then = known.nanos(told.mostUsed() + taken.get() - ended.get() - call.units()) - (now - call.takenAt());
        long late = known.nanos(told.mostUsed() + Math.max(0, underWay(now) - call.units()));
        fullAt.set(now + Math.max(then, late));
        refill = known;
    }

    /** Somebody else may have used the limit: as much as is missing whether the server has looked then or now. */
    private void lower(Refill known, ToldLimit told, BucketNote call, long now) {
        long used = known.nanos(told.leastUsed());
        long missingThen = call.takenAt() + used - call.fullAt();
        long missingNow = used - Math.max(0, fullAt.get() - now);
        long missing = Math.min(missingThen, missingNow);
        if (missing > 0) {
            fullAt.addAndGet(missing);
        }
    }

    /** More may be left than is known here: as much as is there whether the server has looked then or now. */
    private void raise(Refill known, ToldLimit told, BucketNote call, long now) {
        long moreThen = call.fullAt() - call.takenAt() - known.nanos(told.mostUsed() + call.underWay());
        while (moreThen > 0) {
            long before = fullAt.get();
            long more = Math.min(moreThen, before - now - known.nanos(told.mostUsed() + underWay(now)));
            if (more <= 0 || fullAt.compareAndSet(before, before - more)) {
                return;
            }
        }
    }
}
