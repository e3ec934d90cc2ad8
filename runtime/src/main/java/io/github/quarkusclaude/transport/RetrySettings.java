package io.github.quarkusclaude.transport;

import java.time.Duration;

/**
 * How calls that fail are made again.
 *
 * @param maxRetries how often at most
 * @param initialDelay the pause before the first time, if the API names none; it doubles with each further one
 * @param maxDelay the longest pause, if the API names none
 * @param jitter the share of a pause that is left to chance, from 0 to 1
 */
public record RetrySettings(int maxRetries, Duration initialDelay, Duration maxDelay, double jitter) {
}
