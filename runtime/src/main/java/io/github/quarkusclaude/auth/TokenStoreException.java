package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * A login cannot be read from or written to where it is kept. The message names the place and never a secret.
 */
public class TokenStoreException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The place cannot be read, written or locked. */
        STORAGE_ERROR,
        /** What is there cannot be made readable: another key, another home directory, or altered. */
        ENCRYPTION_ERROR,
        /** What is there, or should be stored, is not what a store can hold. */
        VALIDATION_ERROR
    }

    public TokenStoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(ErrorDetails.of(message), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
