package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * An error answer: its status and what its body tells.
 *
 * @param details the {@code error_code} that tells what happened more closely, if the API has one for it, with what belongs
 *        to it
 */
record ApiError(int status, String type, String message, @Nullable ObjectNode details) {

    ApiError(int status, String type, String message) {
        this(status, type, message, null);
    }

    static ApiError invalid(String message) {
        return ErrorType.INVALID_REQUEST.error(message);
    }

    ApiError coded(String errorCode) {
        return detailed("error_code", TextNode.valueOf(errorCode));
    }

    ApiError detailed(String name, JsonNode value) {
        ObjectNode more = details == null ? JsonNodeFactory.instance.objectNode() : details.deepCopy();
        more.set(name, value);
        return new ApiError(status, type, message, more);
    }

    /** Tells whether a client does well to send the request again; the API says so in {@code x-should-retry}. */
    boolean worthRetrying() {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    /**
     * Tells whether money is spent up. What the API advises then is not known; {@code x-should-retry} could only mislead,
     * so clients have the code to go by.
     */
    boolean isSpendLimit() {
        return details != null && details.path("error_code").asText().endsWith("_spend_limit_reached");
    }

    ObjectNode toJson(@Nullable String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "error");
        ObjectNode error = body.putObject("error").put("type", type).put("message", message);
        if (details != null) {
            error.set("details", details);
        }
        body.put("request_id", requestId);
        return body;
    }
}
