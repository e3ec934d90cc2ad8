package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * {@code POST /v1/oauth/revoke}: ends tokens, as RFC 7009 has it. Whether a token was valid is not told. The client may leave
 * out its id, since whoever has a token may do worse with it than ending it.
 */
final class RevokeEndpoint implements Endpoint {

    private final OAuthState state;
    private final Responder responder;
    private final Json json;

    RevokeEndpoint(OAuthState state, Responder responder, Json json) {
        this.state = state;
        this.responder = responder;
        this.json = json;
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.putHeader("cache-control", "no-store");
        try {
            TokenRequest request = TokenRequest.read(exchange, json);
            String token = request.get("token");
            request.find("client_id").ifPresent(client -> check(client, token));
            state.tokens().revoke(token);
            responder.json(exchange, JsonNodeFactory.instance.objectNode());
        } catch (OAuthException e) {
            responder.oauthError(exchange, e);
        }
    }

    private void check(String client, String token) {
        if (!state.options().knownClientIds().contains(client)) {
            throw OAuthException.invalidClient("The client is unknown");
        }
        if (state.tokens().clientOf(token).filter(owner -> !owner.equals(client)).isPresent()) {
            throw OAuthException.invalidGrant("The token is of another client");
        }
    }
}
