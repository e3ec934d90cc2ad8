package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The containers that code has run in. Each can be used again until it expires. */
final class ContainerStore {

    /** What {@code expires_at} tells is shorter, and put off whenever the container is used. */
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Clock clock;
    private final Map<String, Instant> created = new HashMap<>();

    ContainerStore(Clock clock) {
        this.clock = clock;
    }

    /** Remembers a container that is given out. */
    synchronized void keep(String id) {
        created.putIfAbsent(id, clock.instant());
    }

    /** @throws ApiException 404 if there is no such container, or none any more */
    synchronized void demand(Located id) {
        Instant since = created.get(id.text());
        if (since == null) {
            throw new ApiException(ErrorType.NOT_FOUND.error(id.path() + ": there is no container " + id.text()));
        }
        if (!clock.instant().isBefore(since.plus(LIFETIME))) {
            throw new ApiException(ErrorType.NOT_FOUND.error(id.path() + ": the container " + id.text() + " has expired"));
        }
    }

    synchronized void clear() {
        created.clear();
    }
}
