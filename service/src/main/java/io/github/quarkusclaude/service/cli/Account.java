package io.github.quarkusclaude.service.cli;

import java.util.List;

import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.TokenStore;

/** Where a person logs in, and where the login is kept. */
interface Account {

    /** Where people sign in. */
    OAuthServer server();

    /** Where a login is stored. */
    TokenStore store();

    /** Where there may be one. */
    List<TokenStore> stores();

    /** What it is stored under. */
    String name();

    /** Whether keys are those of another server than Anthropic's, and may have any form. */
    boolean isGateway();

    /** What requests are sent with now. Asks nobody over the network. */
    AuthStatus status();

    /**
     * Gets a new access token.
     *
     * @throws io.github.quarkusclaude.error.ClaudeException if there is none to be had
     */
    AuthStatus refresh();
}
