package io.github.quarkusclaude.auth;

import java.util.List;

/**
 * What the configured clients prove by who asks. Injectable. No method shows a secret, except to those who ask for the stored
 * login itself. Methods may wait for a file or a server and are not for event loops.
 * <p>
 * What happens to credentials while the application runs is fired as {@link AuthEvent}s.
 */
public interface ClaudeAuth {

    /** The credential of the default client, and the tier of its account. */
    AuthStatus status();

    /** The credential of a named client. Asks nobody over the network. */
    AuthStatus status(String client);

    /** The credential a named client would have with a method, whatever is configured. Asks nobody over the network. */
    AuthStatus status(String client, AuthMethod method);

    /**
     * Gets a new access token for the default client, whatever is left of the old one.
     *
     * @throws io.github.quarkusclaude.error.AuthenticationException if there is nothing that could be refreshed, or it was
     *         refused
     * @throws io.github.quarkusclaude.error.ClaudeException if it failed and may work later
     */
    AuthStatus refresh();

    /** The same for a named client. */
    AuthStatus refresh(String client);

    /** The same for the credential a named client would have with a method, whatever is configured. */
    AuthStatus refresh(String client, AuthMethod method);

    /** Where logins of a client are stored. */
    TokenStore store(String client);

    /** Where there may be logins of a client: its store first, then files that other programs of the kind read and write. */
    List<TokenStore> stores(String client);

    /** What the login of a client is stored under. */
    String storeName(String client);

    /** The server of OAuth a client's logins are made at. */
    OAuthServer oauth(String client);
}
