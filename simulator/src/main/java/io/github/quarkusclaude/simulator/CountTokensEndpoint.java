package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /v1/messages/count_tokens}: the input tokens of a message, by estimate. */
final class CountTokensEndpoint implements Endpoint {

    private final Access access;
    private final RequestChecks checks;
    private final Responder responder;
    private final Json json;

    CountTokensEndpoint(Access access, RequestChecks checks, Responder responder, Json json) {
        this.access = access;
        this.checks = checks;
        this.responder = responder;
        this.json = json;
    }

    @Override
    public void handle(Exchange exchange) {
        Caller caller = access.admit(exchange);
        ObjectNode body = new JsonBody(json).read(exchange);
        checks.accept(body, caller, true);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        responder.json(exchange, answer.put("input_tokens", TokenEstimate.ofRequest(body)));
    }
}
