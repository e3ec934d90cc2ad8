package io.github.quarkusclaude.simulator;

import java.util.Optional;
import java.util.Set;

/** Decides what access tokens open. */
final class AccessTokens {

    /** The {@code anthropic-beta} value without which the API takes no access tokens. */
    static final String BETA = "oauth-2025-04-20";

    private static final Set<String> EVERYTHING = Set.of("user:inference", "workspace:developer");
    private static final String MESSAGES_AND_MODELS = "workspace:inference";

    private final TokenVault tokens;
    private final boolean betaRequired;

    AccessTokens(TokenVault tokens, boolean betaRequired) {
        this.tokens = tokens;
        this.betaRequired = betaRequired;
    }

    /** Who asks the API for something. @throws ApiException 401 if the token is not valid, 403 if it is for other purposes */
    String admit(String token, Exchange exchange) {
        Grant grant = tokens.grant(token);
        if (betaRequired && !exchange.headerList("anthropic-beta").contains(BETA)) {
            throw new ApiException(
                    ErrorType.AUTHENTICATION.error("Access tokens need the anthropic-beta value " + BETA));
        }
        tokens.used(token);
        if (!opens(grant.scopes(), exchange.record().path())) {
            throw new ApiException(ErrorType.PERMISSION.error("The access token has no scope for this request"));
        }
        Optional.ofNullable(grant.workspace()).or(() -> exchange.header("anthropic-workspace-id"))
                .ifPresent(workspace -> exchange.putHeader("anthropic-workspace-id", workspace));
        return grant.id();
    }

    /** Who asks the authorization server for something. @throws ApiException 401 or 403 like {@link #admit} */
    Grant demand(String scope, Exchange exchange) {
        PresentedCredential presented = PresentedCredential.of(exchange);
        if (!presented.isBearer()) {
            throw presented.rejected();
        }
        Grant grant = tokens.grant(presented.value());
        tokens.used(presented.value());
        if (!grant.scopes().contains(scope)) {
            throw new ApiException(ErrorType.PERMISSION.error("The access token lacks the scope " + scope));
        }
        return grant;
    }

    private static boolean opens(Set<String> scopes, String path) {
        return scopes.stream().anyMatch(EVERYTHING::contains)
                || scopes.contains(MESSAGES_AND_MODELS) && (path.startsWith("/v1/messages") || path.startsWith("/v1/models"));
    }
}
