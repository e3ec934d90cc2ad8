package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** {@code /oauth/authorize}: lets a person sign in, asks for consent, and sends the person back to the client. */
final class AuthorizationEndpoints {

    static final String PATH = "/oauth/authorize";

    private final OAuthState state;
    private final AuthorizationPages pages = new AuthorizationPages();
    private final Responder responder;

    AuthorizationEndpoints(OAuthState state, Responder responder) {
        this.state = state;
        this.responder = responder;
    }

    void authorize(Exchange exchange) {
        show(exchange, () -> {
            Parameters parameters = Parameters.parse(exchange.record().query().orElse(""));
            RedirectTarget target = RedirectTarget.of(parameters, exchange.origin(), state.options());
            AuthorizationRequest request;
            try {
                request = AuthorizationRequest.of(parameters, target, state.options());
            } catch (OAuthException e) {
                responder.redirect(exchange, target.with(e));
                return;
            }
            page(exchange, 200, pages.signIn(state.logins().add(request), request.clientId(), ""));
        });
    }

    void signIn(Exchange exchange) {
        show(exchange, () -> {
            Parameters form = form(exchange);
            String id = form.get("request");
            AuthorizationRequest request = pending(id).request();
            String email = form.find("email").map(String::trim).orElse("");
            if (email.isEmpty() || form.find("password").isEmpty()) {
                page(exchange, 200, pages.signIn(id, request.clientId(), "Enter an e-mail address and a password."));
                return;
            }
            state.logins().signIn(id, email);
            page(exchange, 200, pages.consent(id, request, email));
        });
    }

    void decide(Exchange exchange) {
        show(exchange, () -> {
            Parameters form = form(exchange);
            String id = form.get("request");
            boolean allowed = form.find("decision").filter("allow"::equals).isPresent();
            PendingLogins.Login login = pending(id);
            if (allowed && login.account().isEmpty()) {
                throw OAuthException.invalidRequest("Nobody has signed in");
            }
            state.logins().remove(id);
            AuthorizationRequest request = login.request();
            URI target = allowed ? request.allowed(state.codes().issue(request, login.account()))
                    : request.target().with(OAuthException.accessDenied());
            responder.redirect(exchange, target);
        });
    }

    /** The page that shows the code to somebody who is to paste it into the client. */
    void paste(Exchange exchange) {
        show(exchange, () -> {
            Parameters answer = Parameters.parse(exchange.record().query().orElse(""));
            if (answer.find("error").isPresent()) {
                page(exchange, 200, pages.error(answer.get("error"), answer.find("error_description").orElse("")));
            } else {
                page(exchange, 200, pages.code(answer.get("code") + "#" + answer.find("state").orElse("")));
            }
        });
    }

    private PendingLogins.Login pending(String id) {
        return state.logins().find(id).orElseThrow(
                () -> OAuthException.invalidRequest("This sign-in is over. Start again from the application."));
    }

    private static Parameters form(Exchange exchange) {
        return Parameters.parse(new String(exchange.body(), StandardCharsets.UTF_8));
    }

    private void show(Exchange exchange, Runnable page) {
        exchange.putHeader("cache-control", "no-store");
        exchange.putHeader("referrer-policy", "no-referrer");
        try {
            page.run();
        } catch (OAuthException e) {
            page(exchange, 400, pages.error(e.error(), e.description()));
        }
    }

    private void page(Exchange exchange, int status, String html) {
        responder.html(exchange, status, html.getBytes(StandardCharsets.UTF_8));
    }
}
