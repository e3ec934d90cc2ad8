package io.github.quarkusclaude.transport;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.limits.LimitState;
import io.github.quarkusclaude.limits.Permit;

/**
 * Keeps what the heads of answers say about limits.
 */
final class AnswerHeads {

    private final LimitState limits;
    private final RetryAfter retryAfter;

    AnswerHeads(LimitState limits, Clock clock) {
        this.limits = limits;
        this.retryAfter = new RetryAfter(clock);
    }

    /** Observes the answers to a call, which is about a class of models or none. */
    AnswerObserver of(@Nullable String modelClass, Permit permit) {
        return (status, headers) -> permit.answered(
                limits.answered(modelClass, status, headers, retryAfter.of(headers::get)), headers.get("date"));
    }
}
