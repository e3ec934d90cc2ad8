package io.github.quarkusclaude.transport;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;

/**
 * What {@link ClaudeApi} sends for a request: its body, and the request itself for the headers.
 *
 * @param request the prepared request
 * @param json its body
 */
public record EncodedRequest(PreparedRequest request, byte[] json) {

    static EncodedRequest of(PreparedRequest request) {
        return new EncodedRequest(request, request.json());
    }

    @Override
    public String toString() {
        return "EncodedRequest[" + request + ", " + json.length + " bytes]";
    }
}
