package io.github.quarkusclaude.error;

import io.github.quarkusclaude.message.ModelRoute;

/**
 * What was asked in place of a model failed as well. Found among the {@linkplain Throwable#getSuppressed() suppressed}
 * exceptions of the failure that came first; the cause is the failure itself.
 */
public class FallbackException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final transient ModelRoute route;

    public FallbackException(ModelRoute route, Throwable failure) {
        super(describe(route, failure), failure);
        this.route = route;
    }

    private static ErrorDetails describe(ModelRoute route, Throwable failure) {
        ErrorDetails details = failure instanceof ClaudeException known ? known.details()
                : ErrorDetails.of(String.valueOf(failure.getMessage()));
        return details.withMessage(route + " was asked instead and failed: " + details.message());
    }

    /** What was asked. */
    public ModelRoute route() {
        return route;
    }
}
