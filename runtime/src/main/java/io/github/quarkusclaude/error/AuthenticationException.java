package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * There is no valid credential: none is configured, it is malformed, or the API refused it (HTTP 401).
 */
public class AuthenticationException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    public AuthenticationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
