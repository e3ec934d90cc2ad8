package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The account cannot pay (HTTP 402).
 */
public class BillingException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public BillingException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
