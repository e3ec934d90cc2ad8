package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.quarkusclaude.error.NetworkException.Phase;
import io.vertx.core.Vertx;

/**
 * Notices when a stream takes too long in total, or when nothing arrives although something is waited for. Time in which
 * the subscriber does not ask for more is not silence of the server.
 * <p>
 * To be used on one context.
 */
final class Watchdog {

    private final Vertx vertx;
    private final long readNanos;
    private final long deadline;
    private Consumer<Phase> expired = phase -> {
    };
    private boolean waiting;
    private long waitingSince;
    private long timer;
    private boolean stopped;

    Watchdog(Vertx vertx, Duration timeout, Duration readTimeout) {
        this.vertx = vertx;
        this.readNanos = readTimeout.toNanos();
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Begins to watch, as if something were waited for. */
    void start(Consumer<Phase> expired) {
        onExpiry(expired);
        waiting();
        check();
    }

    /** Replaces what is told of an expiry. */
    void onExpiry(Consumer<Phase> expired) {
        this.expired = expired;
    }

    void waiting() {
        waiting = true;
        waitingSince = System.nanoTime();
    }

    void arrived() {
        waiting = false;
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void check() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        long untilDeadline = deadline - now;
        long untilSilent = waiting ? waitingSince + readNanos - now : readNanos;
        if (untilDeadline <= 0) {
            expired.accept(Phase.TOTAL);
        } else if (untilSilent <= 0) {
            expired.accept(Phase.READ);
        } else {
            long millis = Duration.ofNanos(Math.min(untilDeadline, untilSilent)).toMillis();
            timer = vertx.setTimer(millis + 1, ignored -> check());
        }
    }
}
