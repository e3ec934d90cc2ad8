package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The API answered that it will not or cannot do what was asked.
 */
public class ProviderException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    public ProviderException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
