package io.github.quarkusclaude.transport;

import java.time.Duration;

/**
 * When an endpoint is left alone.
 *
 * @param enabled whether it ever is
 * @param requestVolumeThreshold how many of the last attempts are looked at
 * @param failureRatio which share of them must have failed, from 0 to 1
 * @param delay for how long it is left alone
 * @param successThreshold how many attempts must succeed after that
 */
public record CircuitBreakerSettings(boolean enabled, int requestVolumeThreshold, double failureRatio, Duration delay,
        int successThreshold) {
}
