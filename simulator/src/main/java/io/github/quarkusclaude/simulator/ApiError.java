package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error answer: its status and what its body tells.
 *
 * @param code the {@code error_code} that tells what happened more closely, if the API has one for it
 */
record ApiError(int status, String type, String message, @Nullable String code) {

    ApiError(int status, String type, String message) {
        this(status, type, message, null);
    }

    static ApiError invalid(String message) {
        return ErrorType.INVALID_REQUEST.error(message);
    }

    ApiError coded(String errorCode) {
        return new ApiError(status, type, message, errorCode);
    }

    /** Tells whether a client does well to send the request again; the API says so in {@code x-should-retry}. */
    boolean worthRetrying() {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    ObjectNode toJson(@Nullable String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "error");
        ObjectNode error = body.putObject("error").put("type", type).put("message", message);
        if (code != null) {
            error.putObject("details").put("error_code", code);
        }
        body.put("request_id", requestId);
        return body;
    }
}
