package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.TruncatedStreamException;

/**
 * Decides whether a call is made again, and when: as the official SDKs do, but that a spent budget is no matter of patience.
 */
final class RetryRules {

    /** Last until somebody raises a limit, or the month ends. */
    private static final Set<String> SPENT = Set.of("enforced_spend_limit_reached", "contract_spend_limit_reached");
    private static final Set<Integer> PASSING = Set.of(408, 409);
    /** The API says that it has not begun. */
    private static final Set<Integer> NOT_DONE = Set.of(409, 429, 503, 529);

    private final RetrySettings settings;
    private final DoubleSupplier chance;

    /** @param chance gives numbers from 0 to 1 */
    RetryRules(RetrySettings settings, DoubleSupplier chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /**
     * How long to wait before a call is made again; {@code null} if it is not.
     *
     * @param attempts how often it was made
     */
    @Nullable
    Duration delay(Throwable failure, int attempts, Repeat repeat) {
        if (attempts > settings.maxRetries() || !(failure instanceof ClaudeException known) || !isAllowed(known, repeat)
                || !mayPass(known)) {
            return null;
        }
        Duration asked = known.details().retryAfter();
        return asked != null ? asked : backOff(attempts);
    }

    private static boolean isAllowed(ClaudeException failure, Repeat repeat) {
        return switch (repeat) {
            case ALWAYS -> true;
            case UNLESS_DONE -> NOT_DONE.contains(failure.status())
                    || failure instanceof NetworkException network && network.phase() == Phase.CONNECT;
            case NEVER -> false;
        };
    }

    private static boolean mayPass(ClaudeException failure) {
        if (failure.code().filter(SPENT::contains).isPresent()) {
            return false;
        }
        if (failure.details().shouldRetry() != null) {
            return failure.details().shouldRetry();
        }
        if (failure instanceof NetworkException network) {
            return network.phase() != Phase.TOTAL;
        }
        if (failure instanceof RateLimitException) {
            // what the client itself has found to be too late
            return failure.status() != 0;
        }
        return failure instanceof ServerException
                || failure instanceof TruncatedStreamException || PASSING.contains(failure.status())
                // in a stream there is no status
                || failure.type().filter("conflict_error"::equals).isPresent();
    }

    private Duration backOff(int attempts) {
        double doubled = settings.initialDelay().toNanos() * Math.pow(2, attempts - 1);
        double longest = Math.min(doubled, settings.maxDelay().toNanos());
        return Duration.ofNanos((long) (longest * (1 - settings.jitter() * chance.getAsDouble())));
    }
}
