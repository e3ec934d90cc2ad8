package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * A streamed message ended before it was complete. {@link #partialMessage()} has what arrived.
 */
public class TruncatedStreamException extends NetworkException {

    private static final long serialVersionUID = 1L;

    public TruncatedStreamException(ErrorDetails details, @Nullable Throwable cause) {
        super(Phase.READ, details, cause);
    }
}
