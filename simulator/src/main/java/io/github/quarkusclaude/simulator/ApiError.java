package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error answer: its status and what its body tells. */
record ApiError(int status, String type, String message) {

    static ApiError invalid(String message) {
        return ErrorType.INVALID_REQUEST.error(message);
    }

    /** Tells whether a client does well to send the request again; the API says so in {@code x-should-retry}. */
    boolean worthRetrying() {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    ObjectNode toJson(String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "error");
        body.putObject("error").put("type", type).put("message", message);
        body.put("request_id", requestId);
        return body;
    }
}
