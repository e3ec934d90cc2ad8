package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client asks a person for, checked.
 *
 * @param challenge the SHA-256 hash of the secret with which the client will prove that it asked, in Base64url
 */
record AuthorizationRequest(RedirectTarget target, String clientId, Set<String> scopes, String challenge) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * @param target where the answer goes
     * @throws OAuthException to be told to the client there
     */
    static AuthorizationRequest of(Parameters parameters, RedirectTarget target, OAuthOptions options) {
        if (!parameters.get("response_type").equals("code")) {
            throw OAuthException.unsupportedResponseType("response_type must be code");
        }
        parameters.get("state");
        if (!parameters.get("code_challenge_method").equals("S256")) {
            throw OAuthException.invalidRequest("code_challenge_method must be S256");
        }
        String challenge = parameters.get("code_challenge");
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw OAuthException.invalidRequest("code_challenge must be a SHA-256 hash in Base64url, 43 characters");
        }
        Set<String> scopes = scopes(parameters.get("scope"));
        if (!options.knownScopes().containsAll(scopes)) {
            throw OAuthException.invalidScope("scope must be some of " + String.join(" ", options.knownScopes()));
        }
        return new AuthorizationRequest(target, parameters.get("client_id"), scopes, challenge);
    }

    static Set<String> scopes(String separatedByBlanks) {
        return new LinkedHashSet<>(List.of(separatedByBlanks.trim().split(" +")));
    }

    URI allowed(String code) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        return target.with(answer);
    }
}
