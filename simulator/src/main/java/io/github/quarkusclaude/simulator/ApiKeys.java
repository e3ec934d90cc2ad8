package io.github.quarkusclaude.simulator;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which credentials open the API. */
final class ApiKeys {

    private static final Pattern WELL_FORMED = Pattern.compile("sk-ant-api\\d{2}-[A-Za-z0-9_-]{10,}");
    private static final String BEARER = "bearer ";

    private final Set<String> accepted;

    /** @param accepted the only keys that are accepted; if empty, every well-formed key is */
    ApiKeys(Set<String> accepted) {
        this.accepted = accepted;
    }

    /** The credential of a request. @throws ApiException if there is none, or none that is accepted */
    String check(Exchange exchange) {
        String key = exchange.header("x-api-key").map(String::trim).orElse("");
        String token = exchange.header("authorization").map(ApiKeys::token).orElse("");
        if (key.isEmpty() && token.isEmpty()) {
            throw refusal("x-api-key or authorization header is required");
        }
        if (!key.isEmpty() && !token.isEmpty() && !key.equals(token)) {
            throw refusal("x-api-key and authorization hold different credentials");
        }
        String credential = key.isEmpty() ? token : key;
        if (!accepts(credential)) {
            throw refusal(key.isEmpty() ? "invalid bearer token" : "invalid x-api-key");
        }
        return credential;
    }

    private boolean accepts(String credential) {
        return accepted.isEmpty() ? WELL_FORMED.matcher(credential).matches() : accepted.contains(credential);
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

}
