package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.List;

import io.vertx.core.http.HttpMethod;

/** Where the authorization server lives. */
final class OAuthRoutes {

    private static final int BODY_BYTES = 64 * 1024;

    private final List<Route> routes;

    OAuthRoutes(OAuthState state, AccessTokens access, Identifiers identifiers, Responder responder, Json json, Clock clock) {
        Account account = new Account(identifiers.organization(), state.options().subscriptionTier);
        AuthorizationEndpoints authorization = new AuthorizationEndpoints(state, responder);
        AccountEndpoints accounts = new AccountEndpoints(state, access, account, responder);
        Intake none = Intake.upTo(0);
        Intake form = Intake.upTo(BODY_BYTES);
        routes = List.of(
                new Route(HttpMethod.GET, AuthorizationEndpoints.PATH, none, authorization::authorize),
                new Route(HttpMethod.POST, AuthorizationEndpoints.PATH + "/sign-in", form, authorization::signIn),
                new Route(HttpMethod.POST, AuthorizationEndpoints.PATH + "/decide", form, authorization::decide),
                new Route(HttpMethod.GET, RedirectTarget.PASTE_PAGE, none, authorization::paste),
                new Route(HttpMethod.POST, "/v1/oauth/token", form,
                        new TokenEndpoint(state, account, responder, json, clock)),
                new Route(HttpMethod.POST, "/v1/oauth/revoke", form, new RevokeEndpoint(state, responder, json)),
                new Route(HttpMethod.GET, "/api/oauth/profile", none, accounts::profile),
                new Route(HttpMethod.POST, "/api/oauth/claude_cli/create_api_key", form, accounts::createKey));
    }

    List<Route> all() {
        return routes;
    }
}
