package io.github.quarkusclaude.simulator;

import java.util.Map;

/** Ends the handling of a request with an error answer. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;
    private final transient Map<String, String> headers;

    ApiException(ApiError error) {
        this(error, Map.of());
    }

    ApiException(ApiError error, Map<String, String> headers) {
        // refusing a request is an everyday outcome, so the cost of a stack trace is saved
        super(error.message(), null, false, false);
        this.error = error;
        this.headers = headers;
    }

    ApiError error() {
        return error;
    }

    Map<String, String> headers() {
        return headers;
    }
}
