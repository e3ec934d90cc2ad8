package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a person is sent back to.
 *
 * @param state what the client wants to get back; empty if it forgot to say
 */
record RedirectTarget(URI uri, String state) {

    /** The simulator's own page that shows the code, for clients that cannot be reached. */
    static final String PASTE_PAGE = "/oauth/code/callback";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /**
     * Only after this is known can anything else be told to the client.
     *
     * @param origin scheme, host and port under which the simulator was found
     * @throws OAuthException to be told to the person, because the client or its target is not known
     */
    static RedirectTarget of(Parameters parameters, String origin, OAuthOptions options) {
        if (!options.knownClientIds().contains(parameters.get("client_id"))) {
            throw OAuthException.invalidClient("client_id is unknown");
        }
        boolean pasting = parameters.find("code").filter("true"::equals).isPresent();
        String redirect = parameters.find("redirect_uri").orElse(pasting ? origin + PASTE_PAGE : "");
        URI uri = allowed(redirect, origin, options);
        List<String> states = parameters.values().getOrDefault("state", List.of());
        return new RedirectTarget(uri, states.size() == 1 ? states.get(0) : "");
    }

    URI with(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!state.isEmpty()) {
            all.put("state", state);
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + Parameters.encode(all));
    }

    URI with(OAuthException refusal) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", refusal.error());
        answer.put("error_description", refusal.description());
        return with(answer);
    }

    private static URI allowed(String redirect, String origin, OAuthOptions options) {
        try {
            URI uri = URI.create(redirect);
            boolean loopback = "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost())
                    && uri.getRawUserInfo() == null;
            boolean allowed = loopback || redirect.equals(origin + PASTE_PAGE) || options.redirectUris.contains(uri);
            if (allowed && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // answered below like an address that is not allowed
        }
        throw OAuthException.invalidRequest("redirect_uri must be http on a loopback address, " + PASTE_PAGE
                + " of this server, or be registered");
    }
}
