package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The request is not acceptable as it is (HTTP 400, 413, 422). Sending it again does not help.
 */
public class InvalidRequestException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
