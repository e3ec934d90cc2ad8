package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * An image or a document cannot be sent: it cannot be read, is of a kind that Claude does not take, or is too large.
 * Thrown before anything is sent. The message names it and says what Claude takes.
 */
public class InvalidAttachmentException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public InvalidAttachmentException(String message, @Nullable Throwable cause) {
        super(ErrorDetails.of(message), cause);
    }
}
