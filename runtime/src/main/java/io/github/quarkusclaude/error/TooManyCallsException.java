package io.github.quarkusclaude.error;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A call was not sent because it would have had to wait for too long: for its turn among too many calls, or for the account's
 * rate limits. The client itself has found that, so there is no HTTP answer: {@link #status()} is 0. Nothing was sent and
 * nothing used; there is no use in trying again before {@link #retryAfter()}.
 */
public class TooManyCallsException extends RateLimitException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what to do about it
     * @param bucket the limit that decides, for example {@code input-tokens}
     * @param wait after how long the call may fit
     */
    public TooManyCallsException(String message, @Nullable String bucket, @Nullable Duration wait) {
        super(new ErrorDetails(message, 0, null, null, null, wait, null, null, null, null), bucket, null);
    }

    /**
     * The limit of the API that the call would have to wait for, for example {@code input-tokens}; {@code retry-after} if the
     * API has asked to wait. Empty if it is only the number of calls at once.
     */
    @Override
    public Optional<String> bucket() {
        return super.bucket();
    }

    /** After how long the call may fit, as far as that can be told; empty if it depends on when other calls end. */
    @Override
    public Optional<Duration> retryAfter() {
        return super.retryAfter();
    }
}
