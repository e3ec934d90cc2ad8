package io.github.quarkusclaude.observation;

import io.github.quarkusclaude.message.MessageRequest;

/**
 * A call to a model.
 *
 * @param client the name of the client, {@code <default>} for the one without a name
 * @param host where the request goes to
 * @param port where the request goes to
 * @param request as it is sent
 * @param isStreamed whether the answer comes in pieces
 */
public record ObservedCall(String client, String host, int port, MessageRequest request, boolean isStreamed) {

    /** Without the request. */
    @Override
    public String toString() {
        return "ObservedCall[client=" + client + ", model=" + request.model() + ", isStreamed=" + isStreamed + "]";
    }
}
