package io.github.quarkusclaude.transport;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.limits.LimitState;

/**
 * Keeps what the heads of answers say about limits. Models of one family share their limits.
 */
final class AnswerHeads {

    private final LimitState limits;
    private final ModelCatalog catalog;
    private final RetryAfter retryAfter;

    AnswerHeads(LimitState limits, ModelCatalog catalog, Clock clock) {
        this.limits = limits;
        this.catalog = catalog;
        this.retryAfter = new RetryAfter(clock);
    }

    /** Observes the answers to a call that is not about a model. */
    AnswerObserver ofCall() {
        return of(null);
    }

    /** Observes the answers to a request to a model. */
    AnswerObserver ofRequestTo(@Nullable String model) {
        return of(model == null ? null : catalog.model(model).map(ClaudeModel::line).orElse(model));
    }

    private AnswerObserver of(@Nullable String modelClass) {
        return (status, headers) -> limits.answered(modelClass, status, headers, retryAfter.of(headers::get));
    }
}
