package io.github.quarkusclaude.error;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * More was asked for than the account's limits allow (HTTP 429).
 */
public class RateLimitException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String bucket;

    public RateLimitException(ErrorDetails details, @Nullable Throwable cause) {
        this(details, null, cause);
    }

    /** @param bucket of what there is nothing left; absent if that is not known */
    public RateLimitException(ErrorDetails details, @Nullable String bucket, @Nullable Throwable cause) {
        super(details, cause);
        this.bucket = bucket;
    }

    /**
     * How long the API asks to wait. Empty when it names no time, as it does when a spending limit is reached: then
     * waiting does not help.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details().retryAfter());
    }

    /**
     * Of what there is nothing left: {@code requests}, {@code input-tokens}, {@code output-tokens} and the other ids of
     * {@code RateLimitBucket}, or for a subscription the window of time that decides, for example {@code five_hour}. Empty
     * when the API does not say, as it does when something is left, but too little for the request.
     */
    public Optional<String> bucket() {
        return Optional.ofNullable(bucket);
    }
}
