package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent: so many of the last calls have failed that the API is left alone for a moment
 * ({@code quarkus.claude.circuit-breaker.*}). The cause is the last of those failures.
 */
public class UnavailableException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
