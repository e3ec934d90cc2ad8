package io.github.quarkusclaude.error;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * More was asked for than the account's limits allow (HTTP 429).
 */
public class RateLimitException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    public RateLimitException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    /**
     * How long the API asks to wait. Empty when it names no time, as it does when a spending limit is reached: then
     * waiting does not help.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details().retryAfter());
    }
}
