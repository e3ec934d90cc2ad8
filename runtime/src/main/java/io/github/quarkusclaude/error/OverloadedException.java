package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The API has too much to do at the moment (HTTP 529, or {@code overloaded_error} within a stream). The same request may
 * succeed later.
 */
public class OverloadedException extends ServerException {

    private static final long serialVersionUID = 1L;

    public OverloadedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
