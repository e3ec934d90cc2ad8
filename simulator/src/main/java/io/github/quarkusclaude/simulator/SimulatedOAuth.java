package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The authorization server of a simulator, as a test directs it. All methods may be called from any thread. */
public final class SimulatedOAuth {

    private final OAuthState state;

    SimulatedOAuth(OAuthState state) {
        this.state = state;
    }

    /** A client that is known: the first one that was named, or {@link OAuthOptions#DEFAULT_CLIENT_ID}. */
    public String clientId() {
        return state.options().knownClientIds().iterator().next();
    }

    /**
     * Where a browser ends if a person opens this address, signs in and allows everything. Nothing is sent there.
     *
     * @param authorizeUri the address the client wants to be opened, {@code …/oauth/authorize?…}
     * @return the client's redirect address, with {@code code} and {@code state}, or with {@code error} if the request is not
     *         valid
     * @throws IllegalArgumentException if the browser would not be sent anywhere, because this is the address of another page,
     *         or the client or the redirect address is not known
     */
    public URI authorize(URI authorizeUri) {
        return answer(authorizeUri, true);
    }

    /** Where a browser ends if a person denies the request; see {@link #authorize(URI)}. */
    public URI deny(URI authorizeUri) {
        return answer(authorizeUri, false);
    }

    /**
     * Gives out tokens as if somebody had signed in.
     *
     * @param scopes what was allowed; everything the account can allow if none is given
     */
    public IssuedTokens issue(String... scopes) {
        Set<String> granted = scopes.length == 0 ? state.options().knownScopes() : new LinkedHashSet<>(List.of(scopes));
        return state.tokens().issue(state.codes().grant(clientId(), Account.PERSON, granted));
    }

    /** Lets an access or a refresh token expire now. Does nothing to one that is unknown. */
    public void expire(String token) {
        state.tokens().expire(token);
    }

    /**
     * Ends an access token, or with a refresh token all that came from the same sign-in. Does nothing to one that is unknown.
     */
    public void revoke(String token) {
        state.tokens().revoke(token);
    }

    /** Whether an access or a refresh token would be accepted now. Asking does not count as using it. */
    public boolean isValid(String token) {
        return state.tokens().isValid(token);
    }

    /**
     * The newest calls of the token endpoint, oldest first, those that it refused included; not those which a fault has kept
     * from it. An immutable copy.
     */
    public List<TokenCall> tokenCalls() {
        return state.calls().all();
    }

    /** How many calls of the token endpoint had this grant type, for example {@code refresh_token}. */
    public long tokenCalls(String grantType) {
        return tokenCalls().stream().filter(call -> call.grantType().equals(grantType)).count();
    }

    /**
     * What may never appear in a log: the tokens, codes and keys given out, and the identity tokens made, whether they are
     * still valid or not. At most the newest 10,000, those before {@link ClaudeSimulator#reset()} included.
     */
    public List<String> secrets() {
        return state.secrets().all();
    }

    private URI answer(URI authorizeUri, boolean allowed) {
        if (!AuthorizationEndpoints.PATH.equals(authorizeUri.getPath())) {
            throw new IllegalArgumentException("An authorization request is made at " + AuthorizationEndpoints.PATH);
        }
        Parameters parameters;
        RedirectTarget target;
        try {
            parameters = Parameters.parse(authorizeUri.getRawQuery() == null ? "" : authorizeUri.getRawQuery());
            target = RedirectTarget.of(parameters, authorizeUri.getScheme() + "://" + authorizeUri.getRawAuthority(),
                    state.options());
        } catch (OAuthException e) {
            throw new IllegalArgumentException(e.error() + ": " + e.description(), e);
        }
        try {
            AuthorizationRequest request = AuthorizationRequest.of(parameters, target, state.options());
            return allowed ? request.allowed(state.codes().issue(request, Account.PERSON))
                    : target.with(OAuthException.accessDenied());
        } catch (OAuthException e) {
            return target.with(e);
        }
    }

    @Override
    public String toString() {
        return "SimulatedOAuth[" + clientId() + "]";
    }
}
