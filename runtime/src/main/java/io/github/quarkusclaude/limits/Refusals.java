package io.github.quarkusclaude.limits;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.TooManyCallsException;

/**
 * Says why a call does not wait, and what to do about it.
 */
final class Refusals {

    private final String client;
    private final AdmissionSettings settings;

    Refusals(String client, AdmissionSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Why a call cannot wait, if so.
     *
     * @param obstacle what it has to wait for, if that is known
     * @param waiting how many calls would wait
     * @param mayWait how long it may wait
     */
    @Nullable
    TooManyCallsException of(Waiter call, @Nullable Obstacle obstacle, int waiting, @Nullable Duration mayWait) {
        Duration wait = obstacle == null ? null : Duration.ofNanos(obstacle.nanos());
        String bucket = obstacle == null ? null : obstacle.bucket();
        if (waiting > settings.maxQueued()) {
            return new TooManyCallsException("The call was not sent: " + (waiting - 1) + " calls of the client " + client
                    + " wait already, as many as may. " + reason(call, obstacle)
                    + ". Make fewer at once, or raise quarkus.claude.limits.max-queued", bucket, wait);
        }
        if (mayWait != null && wait != null && wait.compareTo(mayWait) > 0) {
            return new TooManyCallsException("The call was not sent: it would have to wait for about " + text(wait)
                    + ", and may wait for " + text(mayWait) + ". " + reason(call, obstacle)
                    + ". Try again then, or raise quarkus.claude.limits.max-wait or quarkus.claude.timeout", bucket, wait);
        }
        return null;
    }

    /** A call has waited for as long as it may. */
    TooManyCallsException expired(Waiter call, Duration waited, @Nullable Obstacle obstacle) {
        return new TooManyCallsException("The call was not sent: it has waited for " + text(waited) + ". "
                + reason(call, obstacle) + ". Make fewer at once, or raise quarkus.claude.limits.max-wait or quarkus.claude"
                + ".timeout", obstacle == null ? null : obstacle.bucket(),
                obstacle == null ? null : Duration.ofNanos(obstacle.nanos()));
    }

    private String reason(Waiter call, @Nullable Obstacle obstacle) {
        if (obstacle == null) {
            return "As many are under way as may be at once: quarkus.claude.limits.max-concurrent is "
                    + settings.maxConcurrent();
        }
        return obstacle.bucket().equals(Obstacle.RETRY_AFTER)
                ? "The API has asked to wait before more is asked of " + call.lane.name()
                : "The account's limit of " + obstacle.bucket() + " for " + call.lane.name() + " is used";
    }

    /** Seconds, and their fraction as far as it matters. */
    private static String text(Duration time) {
        long millis = time.plusNanos(999_999).toMillis();
        return millis < 10_000 ? millis + " ms" : (millis + 999) / 1000 + " s";
    }
}
