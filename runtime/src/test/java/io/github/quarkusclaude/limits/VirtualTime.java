package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** Time that passes only when nothing is left to do. */
final class VirtualTime implements Scheduling {

    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00.4Z");

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    // any origin will do, also one where it overflows soon
    private final long origin = Long.MAX_VALUE - 1_000;
    private long passed;
    private long count;

    private record Event(long at, long number, Runnable action) {
    }

    @Override
    public long nanos() {
        return origin + passed;
    }

    @Override
    public Runnable later(long nanos, Runnable action) {
        Event event = new Event(passed + Math.max(0, nanos), count++, action);
        events.add(event);
        return () -> events.remove(event);
    }

    void after(Duration delay, Runnable action) {
        later(delay.toNanos(), action);
    }

    @Override
    public Executor here() {
        return Runnable::run;
    }

    Duration passed() {
        return Duration.ofNanos(passed);
    }

    Instant instant() {
        return BEGIN.plusNanos(passed);
    }

    /** Lets everything happen that is to happen. */
    void run() {
        pass(Duration.ofDays(1_000));
    }

    void pass(Duration duration) {
        long end = passed + duration.toNanos();
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event next = events.remove();
            passed = next.at();
            next.action().run();
        }
        if (!events.isEmpty() || duration.toDays() < 1_000) {
            passed = end;
        }
    }
}
