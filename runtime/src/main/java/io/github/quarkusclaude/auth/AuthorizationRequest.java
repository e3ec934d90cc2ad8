package io.github.quarkusclaude.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One attempt of a person to sign in: the address to open in a browser, and the check that what comes back belongs to it.
 * {@link #toString()} shows no secret.
 */
public final class AuthorizationRequest {

    private final URI uri;
    private final URI redirectUri;
    private final String state;
    private final Pkce pkce;

    private AuthorizationRequest(URI uri, URI redirectUri, String state, Pkce pkce) {
        this.uri = uri;
        this.redirectUri = redirectUri;
        this.state = state;
        this.pkce = pkce;
    }

    /**
     * Begins a login.
     *
     * @param redirectUri where the browser goes afterwards
     * @param pasted whether that page shows the code, so that it can be pasted
     */
    static AuthorizationRequest create(OAuthSettings settings, URI redirectUri, boolean pasted) {
        // two independent secrets: the state is seen by browsers and their histories, the verifier must not be
        String state = RandomText.create();
        Pkce pkce = Pkce.create();
        Map<String, String> query = new LinkedHashMap<>();
        if (pasted) {
            query.put("code", "true");
        }
        query.put("client_id", settings.requiredClientId());
        query.put("response_type", "code");
        query.put("redirect_uri", redirectUri.toString());
        query.put("scope", String.join(" ", settings.scopes()));
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", Pkce.METHOD);
        query.put("state", state);
        return new AuthorizationRequest(withQuery(settings.authorizeUrl(), query), redirectUri, state, pkce);
    }

    private static URI withQuery(URI page, Map<String, String> query) {
        String added = query.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + added);
    }

    private static String encode(String value) {
        // not every page takes a plus for a blank
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address to open in a browser. It holds nothing by which somebody else could finish the login. */
    public URI uri() {
        return uri;
    }

    /** Where the browser goes afterwards. */
    public URI redirectUri() {
        return redirectUri;
    }

    String state() {
        return state;
    }

    Pkce pkce() {
        return pkce;
    }

    /**
     * The code in the address the browser was sent back to.
     *
     * @param rawQuery the query of that address, still encoded
     * @return the code, for {@link OAuthServer#exchange}
     * @throws io.github.quarkusclaude.error.AuthenticationException if the person refused, or the address does not belong to
     *         this login
     */
    public String redirectedCode(String rawQuery) {
        return AuthorizationAnswer.ofQuery(rawQuery).codeFor(state);
    }

    /**
     * The code in what a person pasted: the code and the state as the page shows them, with a {@code #} between, or the
     * whole address the browser was sent to. Blanks and line ends in it do not matter.
     *
     * @return the code, for {@link OAuthServer#exchange}
     * @throws io.github.quarkusclaude.error.AuthenticationException if it is something else, or does not belong to this login
     */
    public String pastedCode(String text) {
        return AuthorizationAnswer.ofPasted(text).codeFor(state);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[redirectUri=" + redirectUri + "]";
    }
}
