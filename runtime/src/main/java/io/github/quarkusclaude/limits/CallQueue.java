package io.github.quarkusclaude.limits;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Calls that wait, each class of models in a line of its own. Not thread safe.
 */
final class CallQueue {

    private final Map<Lane, Line> lines = new LinkedHashMap<>();
    private int size;

    /** Calls of one class, in the order in which they came. */
    private static final class Line {

        private final LinkedHashSet<Waiter> waiters = new LinkedHashSet<>();
        private CallUse use = CallUse.NONE;

        Waiter first() {
            return waiters.iterator().next();
        }
    }

    int size() {
        return size;
    }

    /** Whether a call of this class would have others before it. */
    boolean hasLine(Lane lane) {
        return lines.containsKey(lane);
    }

    /** Puts a call at the end of its line. @return what the calls before it use */
    CallUse add(Waiter waiter) {
        Line line = lines.computeIfAbsent(waiter.lane, lane -> new Line());
        CallUse ahead = line.use;
        line.waiters.add(waiter);
        line.use = ahead.plus(waiter.use);
        size++;
        return ahead;
    }

    void remove(Waiter waiter) {
        Line line = lines.get(waiter.lane);
        if (line != null && line.waiters.remove(waiter)) {
            size--;
            line.use = line.use.minus(waiter.use);
            if (line.waiters.isEmpty()) {
                lines.remove(waiter.lane);
            }
        }
    }

    /** Of the calls whose limits allow them now, the one that came first; {@code null} if there is none. */
    @Nullable
    Waiter next(long now) {
        Waiter next = null;
        for (Line line : lines.values()) {
            Waiter first = line.first();
            if ((next == null || first.since - next.since < 0) && wait(first, now) == 0) {
                next = first;
            }
        }
        return next;
    }

    /** In what time the limits allow another call; {@link Long#MAX_VALUE} if none waits. */
    long untilNext(long now) {
        long wait = Long.MAX_VALUE;
        for (Line line : lines.values()) {
            wait = Math.min(wait, wait(line.first(), now));
        }
        return wait;
    }

    private static long wait(Waiter first, long now) {
        // more may have been learned since it came
        return first.lane.waitFor(first.lane.expect(first.size), now);
    }
}
