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
        MessagesRequest request = checks.accept(body, caller, true);
        long tokens = TokenEstimate.ofRequest(request.body());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("input_tokens", tokens - ContextEdits.of(request, tokens).clearedTokens());
        if (request.root().has("context_management")) {
            answer.putObject("context_management").put("original_input_tokens", tokens);
        }
        responder.json(exchange, answer);
    }
}
