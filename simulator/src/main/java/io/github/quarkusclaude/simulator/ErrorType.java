package io.github.quarkusclaude.simulator;

import java.util.Optional;

/** The HTTP status codes the API answers with when it refuses a request, and the {@code error.type} of each. */
enum ErrorType {

    INVALID_REQUEST(400, "invalid_request_error", "The request is not valid"),
    AUTHENTICATION(401, "authentication_error", "The credential is not valid"),
    BILLING(402, "billing_error", "There is a problem with the billing information"),
    PERMISSION(403, "permission_error", "The credential does not permit this request"),
    NOT_FOUND(404, "not_found_error", "Not found"),
    METHOD_NOT_ALLOWED(405, "invalid_request_error", "Method not allowed"),
    REQUEST_TIMEOUT(408, "timeout_error", "The request took too long to arrive"),
    CONFLICT(409, "conflict_error", "The request conflicts with the present state"),
    REQUEST_TOO_LARGE(413, "request_too_large", "The request exceeds the maximum size"),
    RATE_LIMIT(429, "rate_limit_error", "The request would exceed a rate limit"),
    API(500, "api_error", "Internal server error"),
    UNAVAILABLE(503, "api_error", "Service unavailable"),
    TIMEOUT(504, "timeout_error", "The request took too long to process"),
    OVERLOADED(529, "overloaded_error", "Overloaded");

    private final int status;
    private final String wireName;
    private final String usualMessage;

    ErrorType(int status, String wireName, String usualMessage) {
        this.status = status;
        this.wireName = wireName;
        this.usualMessage = usualMessage;
    }

    static Optional<ErrorType> ofStatus(int status) {
        for (ErrorType type : values()) {
            if (type.status == status) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    ApiError error() {
        return error(usualMessage);
    }

    ApiError error(String message) {
        return new ApiError(status, wireName, message);
    }
}
