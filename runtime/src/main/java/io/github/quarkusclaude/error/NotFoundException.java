package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not exist (HTTP 404), for instance a model that is unknown or retired.
 */
public class NotFoundException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
