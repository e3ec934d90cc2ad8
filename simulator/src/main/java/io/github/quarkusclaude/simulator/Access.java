package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

/** Checks what every request to the API must bring along. */
final class Access {

    private final ApiKeys keys;
    private final AccessTokens tokens;
    private final Set<String> closedBetas;

    /** @param closedBetas the values of {@code anthropic-beta} that nobody here may use */
    Access(ApiKeys keys, AccessTokens tokens, Set<String> closedBetas) {
        this.keys = keys;
        this.tokens = tokens;
        this.closedBetas = closedBetas;
    }

    /** @throws ApiException 401 for the credential, 403 for what it is not meant for, 400 for the version and closed betas */
    Caller admit(Exchange exchange) {
        String credential = credential(exchange);
        ApiVersion version = ApiVersion.of(exchange.header("anthropic-version").orElse(null));
        List<String> betas = exchange.headerList("anthropic-beta");
        for (String beta : betas) {
            if (closedBetas.contains(beta)) {
                throw new ApiException(ApiError.invalid("anthropic-beta: this organization is not enrolled in " + beta)
                        .coded("organization_not_enrolled_in_beta"));
            }
        }
        return new Caller(credential, version, betas);
    }

    /** A key, or what stays the same of a token when it is refreshed: limits and caches are not reset by that. */
    private String credential(Exchange exchange) {
        PresentedCredential presented = PresentedCredential.of(exchange);
        if (keys.accepts(presented.value())) {
            return presented.value();
        }
        if (presented.isBearer()) {
            return tokens.admit(presented.value(), exchange);
        }
        throw presented.rejected();
    }
}
