package io.github.quarkusclaude.catalog;

import io.github.quarkusclaude.message.ModelChoice.Reason;

/**
 * On what another model, or another client, is asked.
 */
public enum FallbackTrigger {

    /** The API has too much to do: HTTP 529 or 503, behind all retries. */
    OVERLOAD(Reason.OVERLOAD),

    /** The API fails (HTTP 500 to 599), cannot be reached, or is silent, behind all retries. */
    OUTAGE(Reason.OUTAGE),

    /** The API does not have the model: HTTP 404 with its id. */
    RETIREMENT(Reason.RETIREMENT),

    /** The limits of the account are reached: HTTP 429, behind all retries, or no room left in a queue of this client. */
    RATE_LIMIT(Reason.RATE_LIMIT),

    /** The model declines to answer, before any content of a stream. The refusal is billed. */
    REFUSAL(Reason.REFUSAL);

    private final Reason reason;

    FallbackTrigger(Reason reason) {
        this.reason = reason;
    }

    /** The same in a {@link io.github.quarkusclaude.message.ModelChoice}. */
    public Reason reason() {
        return reason;
    }
}
