package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How the calls of a client are let through.
 *
 * @param pacing whether calls wait so that the account's rate limits are kept
 * @param maxConcurrent how many calls may be under way at once
 * @param maxQueued how many calls may wait
 * @param maxWait how long a call may wait; without it, as long as the call may take
 */
public record AdmissionSettings(boolean pacing, int maxConcurrent, int maxQueued, Optional<Duration> maxWait) {

    /** @throws IllegalArgumentException if nothing could ever be let through */
    public AdmissionSettings {
        if (maxConcurrent < 1 || maxQueued < 0 || maxWait.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("No call could be made");
        }
    }

    /** How long a call may wait that may take so long. */
    @Nullable
    Duration limit(@Nullable Duration mayTake) {
        return maxWait.filter(most -> mayTake == null || most.compareTo(mayTake) < 0).orElse(mayTake);
    }
}
