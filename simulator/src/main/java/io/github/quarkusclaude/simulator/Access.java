package io.github.quarkusclaude.simulator;

/** Checks what every request to the API must bring along. */
final class Access {

    private final ApiKeys keys;

    Access(ApiKeys keys) {
        this.keys = keys;
    }

    /** @throws ApiException 401 for the credential, 400 for the version */
    Caller admit(Exchange exchange) {
        String credential = keys.check(exchange);
        ApiVersion version = ApiVersion.of(exchange.header("anthropic-version").orElse(null));
        return new Caller(credential, version, exchange.headerList("anthropic-beta"));
    }
}
