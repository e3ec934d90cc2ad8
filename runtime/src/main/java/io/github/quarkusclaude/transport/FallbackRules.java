package io.github.quarkusclaude.transport;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.FallbackTrigger;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ModelNotFoundException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.error.UnavailableException;
import io.github.quarkusclaude.message.ModelChoice.Reason;

/**
 * Decides whether a failure is a reason to ask another model or client.
 *
 * @param on what is
 */
record FallbackRules(Set<FallbackTrigger> on) {

    private static final int UNAVAILABLE = 503;

    /** Why a model is left that failed; {@code null} if it is not. */
    @Nullable
    Reason reason(Throwable failure) {
        FallbackTrigger trigger = trigger(failure);
        return trigger != null && on.contains(trigger) ? trigger.reason() : null;
    }

    boolean leavesRefusals() {
        return on.contains(FallbackTrigger.REFUSAL);
    }

    private static @Nullable FallbackTrigger trigger(Throwable failure) {
        if (failure instanceof ModelNotFoundException) {
            return FallbackTrigger.RETIREMENT;
        }
        if (failure instanceof RateLimitException) {
            return FallbackTrigger.RATE_LIMIT;
        }
        // a code tells of something that is the caller's to repair
        if (failure instanceof OverloadedException
                || failure instanceof ServerException server && server.status() == UNAVAILABLE && server.code().isEmpty()) {
            return FallbackTrigger.OVERLOAD;
        }
        return failure instanceof ClaudeException known && isOutage(known) ? FallbackTrigger.OUTAGE : null;
    }

    private static boolean isOutage(ClaudeException failure) {
        if (failure instanceof NetworkException network) {
            // no time is left
            return network.phase() != NetworkException.Phase.TOTAL;
        }
        return failure instanceof UnavailableException || failure instanceof TruncatedStreamException
                || failure instanceof ServerException && failure.code().isEmpty();
    }
}
