package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What an access token opens besides the API: the profile of its owner, and making keys. */
final class AccountEndpoints {

    private final OAuthState state;
    private final AccessTokens access;
    private final Account account;
    private final Responder responder;

    AccountEndpoints(OAuthState state, AccessTokens access, Account account, Responder responder) {
        this.state = state;
        this.access = access;
        this.account = account;
        this.responder = responder;
    }

    void profile(Exchange exchange) {
        Grant grant = access.demand("user:profile", exchange);
        exchange.putHeader("cache-control", "no-store");
        responder.json(exchange, account.profile(grant));
    }

    void createKey(Exchange exchange) {
        access.demand("org:create_api_key", exchange);
        exchange.putHeader("cache-control", "no-store");
        responder.json(exchange, JsonNodeFactory.instance.objectNode().put("raw_key", state.keys().create()));
    }
}
