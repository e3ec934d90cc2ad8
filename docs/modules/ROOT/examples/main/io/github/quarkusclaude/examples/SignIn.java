package io.github.quarkusclaude.examples;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.auth.AuthorizationRequest;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;

/** Lets a person sign in on a page of the application. */
// tag::signin[]
@ApplicationScoped
public class SignIn {

    private static final String CLIENT = "person";

    @Inject
    ClaudeAuth auth;

    private final Map<String, AuthorizationRequest> begun = new ConcurrentHashMap<>();

    /** Where to send the browser of a session. */
    public URI begin(String session, URI callback) {
        AuthorizationRequest request = auth.oauth(CLIENT).authorize(callback); // <1>
        begun.put(session, request);
        return request.uri();
    }

    /** What the callback does with the query it was called with. */
    public void finish(String session, String rawQuery) {
        AuthorizationRequest request = begun.remove(session);
        OAuthServer server = auth.oauth(CLIENT);
        OAuthTokens tokens = server.exchange(request, request.redirectedCode(rawQuery)); // <2>
        auth.store(CLIENT).save(auth.storeName(CLIENT), StoredCredentials.of(tokens)); // <3>
    }
}
// end::signin[]
