package io.github.quarkusclaude.service.cli;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.auth.AuthorizationRequest;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.OAuthTokens;

/** Lets a person sign in on the pages of a server. */
@Singleton
class SignIn {

    private final Browser browser;
    private final Prompt prompt;
    private final Terminal terminal;

    SignIn(Browser browser, Prompt prompt, Terminal terminal) {
        this.browser = browser;
        this.prompt = prompt;
        this.terminal = terminal;
    }

    /**
     * With a browser on this machine, which comes back here. It shows how what is done with the tokens ended.
     *
     * @param limit how long to wait for the person
     * @param use what is done with the tokens
     */
    <T> T withBrowser(OAuthServer server, Duration limit, Function<OAuthTokens, T> use) {
        try (RedirectListener listener = new RedirectListener()) {
            AuthorizationRequest request = server.authorize(listener.redirectUri());
            open(request.uri());
            String query = listener.await(limit);
            try {
                T result = use.apply(server.exchange(request, request.redirectedCode(query)));
                listener.show(200, LoginPage.LOGGED_IN.html(""));
                return result;
            } catch (RuntimeException e) {
                listener.show(400, LoginPage.FAILED.html(String.valueOf(e.getMessage())));
                throw e;
            }
        }
    }

    private void open(URI page) {
        boolean opened = browser.open(page);
        terminal.note(opened ? "Sign in in your browser. If it does not open, open this address:"
                : "There is no browser here that could be opened. Open this address in a browser on this machine, or start the"
                        + " login again with --no-browser:");
        terminal.note(page.toString());
    }

    /** With a browser anywhere, whose last page shows a code. */
    OAuthTokens byPasting(OAuthServer server) {
        AuthorizationRequest request = server.authorizeByPasting();
        terminal.note("Open this address in a browser, sign in, and copy the code that is shown at the end:");
        terminal.note(request.uri().toString());
        return server.exchange(request, request.pastedCode(prompt.ask("Code:")));
    }
}
