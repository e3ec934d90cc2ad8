package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The API failed (HTTP 500 to 599, except 529). The same request may succeed later.
 */
public class ServerException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public ServerException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
