package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * What came back is not what the API sends: not JSON, no event stream, or events out of order.
 */
public class MalformedResponseException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public MalformedResponseException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
