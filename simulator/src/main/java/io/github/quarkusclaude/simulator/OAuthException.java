package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ends a request to the authorization server with an error in the shape of RFC 6749. */
final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private OAuthException(int status, String error, String description) {
        // like an ApiException, an everyday outcome
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description);
    }

    static OAuthException invalidClient(String description) {
        return new OAuthException(401, "invalid_client", description);
    }

    static OAuthException invalidGrant(String description) {
        return new OAuthException(400, "invalid_grant", description);
    }

    static OAuthException invalidScope(String description) {
        return new OAuthException(400, "invalid_scope", description);
    }

    static OAuthException unsupportedGrantType(String description) {
        return new OAuthException(400, "unsupported_grant_type", description);
    }

    static OAuthException unsupportedResponseType(String description) {
        return new OAuthException(400, "unsupported_response_type", description);
    }

    static OAuthException accessDenied() {
        return new OAuthException(400, "access_denied", "The person has denied the request");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description());
    }
}
