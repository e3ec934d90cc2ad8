package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The API does not have the model that was asked for, or does not have it any more (HTTP 404). The message says which model
 * may have been meant, or takes its place.
 */
public class ModelNotFoundException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public ModelNotFoundException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
