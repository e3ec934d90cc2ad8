package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The request is larger than the API takes (HTTP 413): 32 MB for messages and token counts.
 */
public class RequestTooLargeException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public RequestTooLargeException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
