package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

/** Checks what every request to the API must bring along. */
final class Access {

    private final ApiKeys keys;
    private final Set<String> closedBetas;

    /** @param closedBetas the values of {@code anthropic-beta} that nobody here may use */
    Access(ApiKeys keys, Set<String> closedBetas) {
        this.keys = keys;
        this.closedBetas = closedBetas;
    }

    /** @throws ApiException 401 for the credential, 400 for the version and for closed betas */
    Caller admit(Exchange exchange) {
        String credential = keys.check(exchange);
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
}
