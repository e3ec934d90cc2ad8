package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exchanges identity tokens for access tokens. Whatever is wrong with a token or does not fit its rule gets one and the same
 * answer, so that nothing can be found out about the rules of an organization.
 */
final class FederationExchange {

    private static final String BETA = "oidc-federation-2026-04-01";
    private static final int LONGEST_ASSERTION = 16 * 1024;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final String DEFAULT_WORKSPACE = "default";

    private static final Pattern RULE = Pattern.compile("fdrl_[A-Za-z0-9]+");
    private static final Pattern ORGANIZATION = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SERVICE_ACCOUNT = Pattern.compile("svac_[A-Za-z0-9]+");
    private static final Pattern WORKSPACE = Pattern.compile("wrkspc_[A-Za-z0-9]+|" + DEFAULT_WORKSPACE);

    private static final Shape BODY = new Shape()
            .needs("grant_type", Located::text)
            .needs("assertion", Located::filledText)
            .needs("federation_rule_id", field -> field.text(RULE))
            .needs("organization_id", field -> field.text(ORGANIZATION))
            .may("service_account_id", field -> field.text(SERVICE_ACCOUNT))
            .may("workspace_id", field -> field.text(WORKSPACE));

    private final OAuthState state;
    private final FederationRule rule;
    private final Json json;
    private final Clock clock;

    FederationExchange(OAuthState state, Json json, Clock clock) {
        this.state = state;
        this.rule = state.rule();
        this.json = json;
        this.clock = clock;
    }

    /** @throws ApiException 400 if the request is malformed, 401 if it is refused for whatever reason */
    IssuedTokens tokens(TokenRequest request, Exchange exchange) {
        if (request.isForm()) {
            throw new ApiException(ApiError.invalid("content-type: must be application/json"));
        }
        if (!exchange.headerList("anthropic-beta").containsAll(List.of(AccessTokens.BETA, BETA))) {
            throw new ApiException(ApiError.invalid(
                    "anthropic-beta: must contain " + AccessTokens.BETA + " and " + BETA));
        }
        Located body = new Located("", request.fields());
        BODY.accept(body);
        String assertion = body.field("assertion").text();
        if (assertion.length() > LONGEST_ASSERTION) {
            throw body.field("assertion").reject("must not have more than " + LONGEST_ASSERTION + " characters");
        }
        Instant now = clock.instant();
        Optional<String> workspace = workspace(request);
        IdentityToken token = IdentityToken.read(assertion, state.issuer(), json)
                .filter(read -> read.fits(rule, state.issuer()) && read.isValidAt(now))
                .filter(read -> fits(request) && workspace.isPresent())
                .orElseThrow(() -> new ApiException(ErrorType.AUTHENTICATION.error("The identity token was not accepted")));
        Grant grant = new Grant(rule.id() + "/" + token.subject(), "", rule.serviceAccountId(), rule.scopes(),
                workspace.orElseThrow());
        return state.tokens().issue(grant, lifetime(Duration.between(now, token.expiry())));
    }

    private boolean fits(TokenRequest request) {
        return request.get("federation_rule_id").equals(rule.id())
                && request.get("organization_id").equalsIgnoreCase(rule.organizationId())
                && request.find("service_account_id").filter(id -> !id.equals(rule.serviceAccountId())).isEmpty();
    }

    /** Which workspace the token opens; empty if that is not clear, or not allowed. */
    private Optional<String> workspace(TokenRequest request) {
        List<String> allowed = rule.workspaceIds();
        Optional<String> wanted = request.find("workspace_id");
        if (wanted.isEmpty()) {
            return allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty();
        }
        return wanted.map(id -> id.equals(DEFAULT_WORKSPACE) ? allowed.get(0) : id).filter(allowed::contains);
    }

    private Duration lifetime(Duration left) {
        Duration most = Collections.min(List.of(rule.tokenLifetime(), left.multipliedBy(2)));
        return Collections.max(List.of(SHORTEST_LIFE, most));
    }
}
