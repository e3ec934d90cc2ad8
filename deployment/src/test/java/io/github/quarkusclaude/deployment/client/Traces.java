package io.github.quarkusclaude.deployment.client;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Things that somebody must let go of. */
final class Traces {

    private static final long PATIENCE = Duration.ofMillis(100).toMillis();

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private final Set<Trace> left = ConcurrentHashMap.newKeySet();

    <T> T of(T thing) {
        left.add(new Trace(thing, gone));
        return thing;
    }

    /** Collects garbage until nothing is left; how many of which kind are still there when the time is up. */
    Map<String, Long> leftAfter(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!left.isEmpty() && System.nanoTime() < end) {
            System.gc();
            forget(gone.remove(PATIENCE));
        }
        return left.stream().collect(Collectors.groupingBy(trace -> trace.kind, TreeMap::new, Collectors.counting()));
    }

    private void forget(Object cleared) {
        for (Object next = cleared; next != null; next = gone.poll()) {
            left.removeAll(List.of(next));
        }
    }

    private static final class Trace extends WeakReference<Object> {

        private final String kind;

        Trace(Object thing, ReferenceQueue<Object> gone) {
            super(thing, gone);
            this.kind = thing.getClass().getSimpleName();
        }
    }
}
