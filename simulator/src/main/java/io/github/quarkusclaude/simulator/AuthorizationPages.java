package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pages people see when they sign in. They need no JavaScript; the ids of their elements do not change. Their empty icon
 * keeps browsers from asking for one, which would use up a fault meant for another request.
 */
final class AuthorizationPages {

    private static final Map<String, String> MEANINGS = Map.of(
            "user:profile", "See your account and plan",
            "user:inference", "Use Claude on your behalf",
            "org:create_api_key", "Create API keys for your organization");

    String signIn(String id, String clientId, String problem) {
        return page("Sign in", """
                <p>Sign in to the Claude simulator to go on to <strong id="client">%s</strong>. Any e-mail address and any
                password will do.</p>
                %s<form id="sign-in" method="post" action="/oauth/authorize/sign-in">
                <input type="hidden" name="request" value="%s">
                <p><label for="email">E-mail address</label><br>
                <input id="email" name="email" autocomplete="off"></p>
                <p><label for="password">Password</label><br>
                <input id="password" name="password" type="password" autocomplete="off"></p>
                <p><button id="submit" type="submit">Sign in</button></p>
                </form>
                """.formatted(escaped(clientId), problem.isEmpty() ? ""
                : "<p id=\"problem\">" + escaped(problem) + "</p>\n", escaped(id)));
    }

    String consent(String id, AuthorizationRequest request, String account) {
        String scopes = request.scopes().stream()
                .map(scope -> "<li><code>%s</code> %s</li>\n".formatted(escaped(scope),
                        escaped(MEANINGS.getOrDefault(scope, ""))))
                .collect(Collectors.joining());
        return page("Allow access?", """
                <p><strong id="client">%s</strong> asks <span id="account">%s</span> for:</p>
                <ul id="scopes">
                %s</ul>
                <form id="consent" method="post" action="/oauth/authorize/decide">
                <input type="hidden" name="request" value="%s">
                <p><button id="allow" type="submit" name="decision" value="allow">Allow</button>
                <button id="deny" type="submit" name="decision" value="deny">Deny</button></p>
                </form>
                """.formatted(escaped(request.clientId()), escaped(account), scopes, escaped(id)));
    }

    String code(String code) {
        return page("Almost there", """
                <p>Paste this into the application:</p>
                <p><code id="code">%s</code></p>
                """.formatted(escaped(code)));
    }

    String error(String error, String description) {
        return page("This did not work", """
                <p id="error"><code>%s</code> <span id="description">%s</span></p>
                """.formatted(escaped(error), escaped(description)));
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <link rel="icon" href="data:,">
                <title>%s – Claude simulator</title>
                <style>body { font: 16px sans-serif; max-width: 36em; margin: 3em auto; padding: 0 1em; overflow-wrap: anywhere }</style>
                </head>
                <body>
                <h1>%s</h1>
                %s</body>
                </html>
                """
                .formatted(title, title, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
