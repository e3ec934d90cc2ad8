package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /v1/oauth/token}: gives tokens for codes, refresh tokens and identity tokens. */
final class TokenEndpoint implements Endpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final OAuthState state;
    private final OAuthOptions options;
    private final Account account;
    private final FederationExchange federation;
    private final Responder responder;
    private final Json json;
    private final Clock clock;

    TokenEndpoint(OAuthState state, Account account, Responder responder, Json json, Clock clock) {
        this.state = state;
        this.options = state.options();
        this.account = account;
        this.federation = new FederationExchange(state, json, clock);
        this.responder = responder;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.putHeader("cache-control", "no-store");
        String grantType = "";
        try {
            TokenRequest request = TokenRequest.read(exchange, json);
            grantType = request.get("grant_type");
            ObjectNode answer = answer(grantType, request, exchange);
            note(grantType, Optional.empty());
            responder.json(exchange, answer);
        } catch (OAuthException e) {
            note(grantType, Optional.of(e.error()));
            responder.oauthError(exchange, e);
        } catch (ApiException e) {
            note(grantType, Optional.of(e.error().type()));
            throw e;
        }
    }

    private ObjectNode answer(String grantType, TokenRequest request, Exchange exchange) {
        return switch (grantType) {
            case "authorization_code" ->
                account.describe(answer(state.codes().redeem(request.get("code"), client(request), request)));
            case "refresh_token" -> {
                Set<String> scopes = request.find("scope").map(AuthorizationRequest::scopes).orElse(Set.of());
                yield account.describe(answer(state.tokens().refresh(request.get("refresh_token"), client(request), scopes)));
            }
            case JWT_BEARER -> answer(federation.tokens(request, exchange));
            default -> throw OAuthException.unsupportedGrantType("grant_type is unknown");
        };
    }

    private String client(TokenRequest request) {
        String id = request.get("client_id");
        boolean authentic = options.clientSecret == null
                || request.find("client_secret").filter(options.clientSecret::equals).isPresent();
        if (!options.knownClientIds().contains(id) || !authentic) {
            throw OAuthException.invalidClient("The client is unknown, or its secret is wrong");
        }
        return id;
    }

    private ObjectNode answer(IssuedTokens tokens) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("access_token", tokens.accessToken()).put("token_type", "Bearer");
        if (options.expiryTold) {
            // rounded up, since the clock may have moved on since the token was made
            Duration left = Duration.between(clock.instant(), tokens.expiresAt());
            answer.put("expires_in", left.plusNanos(999_999_999).toSeconds());
        }
        tokens.refreshToken().ifPresent(token -> answer.put("refresh_token", token));
        return answer.put("scope", String.join(" ", tokens.scopes()));
    }

    private void note(String grantType, Optional<String> error) {
        state.calls().add(new TokenCall(grantType, clock.instant(), error));
    }
}
