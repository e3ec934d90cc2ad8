package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The credential is valid but does not allow this (HTTP 403).
 */
public class AuthorizationException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public AuthorizationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
