package io.github.quarkusclaude.simulator;

import java.util.Set;

/** All that the authorization server of a simulator knows. */
record OAuthState(OAuthOptions options, Secrets secrets, TokenVault tokens, AuthorizationCodes codes, PendingLogins logins,
        TokenCalls calls,
        ApiKeys keys, IdentityTokenIssuer issuer, FederationRule rule) {

    static OAuthState of(ClaudeSimulator.Builder builder, Identifiers identifiers) {
        Secrets secrets = new Secrets();
        TokenVault tokens = new TokenVault(builder.oauth, secrets, builder.clock);
        FederationRule rule = builder.federation.rule(identifiers);
        return new OAuthState(builder.oauth, secrets, tokens, new AuthorizationCodes(tokens, secrets, builder.clock),
                new PendingLogins(secrets, builder.clock), new TokenCalls(), new ApiKeys(Set.copyOf(builder.apiKeys), secrets),
                new IdentityTokenIssuer(rule, secrets, builder.clock), rule);
    }

    void clear() {
        tokens.clear();
        codes.clear();
        logins.clear();
        calls.clear();
        keys.clear();
    }
}
