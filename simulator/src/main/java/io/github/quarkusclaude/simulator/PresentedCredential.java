package io.github.quarkusclaude.simulator;

import java.util.Locale;

/** The credential in the headers of a request. It need not be valid. */
record PresentedCredential(String value, boolean isBearer) {

    private static final String BEARER = "bearer ";

    /** @throws ApiException 401 if there is none, or there are two */
    static PresentedCredential of(Exchange exchange) {
        String key = exchange.header("x-api-key").map(String::trim).orElse("");
        String token = exchange.header("authorization").map(PresentedCredential::token).orElse("");
        if (key.isEmpty() && token.isEmpty()) {
            throw refusal("x-api-key or authorization header is required");
        }
        if (!key.isEmpty() && !token.isEmpty() && !key.equals(token)) {
            throw refusal("x-api-key and authorization hold different credentials");
        }
        return key.isEmpty() ? new PresentedCredential(token, true) : new PresentedCredential(key, false);
    }

    /** The refusal of a credential that is none. */
    ApiException rejected() {
        return refusal(isBearer ? "invalid bearer token" : "invalid x-api-key");
    }

    private static String token(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw refusal("authorization: must be a bearer token");
        }
        return authorization.substring(BEARER.length()).trim();
    }

    private static ApiException refusal(String message) {
        return new ApiException(ErrorType.AUTHENTICATION.error(message));
    }

    @Override
    public String toString() {
        return isBearer ? "PresentedCredential[bearer]" : "PresentedCredential[key]";
    }
}
