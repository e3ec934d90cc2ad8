package io.github.quarkusclaude.transport;

import java.util.Map;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;

/**
 * What {@link ClaudeApi} sends for a request: its body, and the headers the application has chosen for it.
 *
 * @param headers the headers
 * @param json the body
 */
public record EncodedRequest(Map<String, String> headers, byte[] json) {

    static EncodedRequest of(PreparedRequest request) {
        return new EncodedRequest(request.headers(), request.json());
    }

    /** Without headers, which may hold credentials. */
    @Override
    public String toString() {
        return "EncodedRequest[" + json.length + " bytes]";
    }
}
