package io.github.quarkusclaude.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * What came back from the page where a person signed in.
 *
 * @param code gets the tokens
 * @param state what ties it to a login
 * @param error why there is no code
 * @param description more about it
 */
record AuthorizationAnswer(@Nullable String code, @Nullable String state, @Nullable String error,
        @Nullable String description) {

    /** The query of an address the browser was sent back to. */
    static AuthorizationAnswer ofQuery(String rawQuery) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                throw refused("The address the browser was sent back to has a field twice. Start the login again");
            }
        }
        return new AuthorizationAnswer(fields.get("code"), fields.get("state"), fields.get("error"),
                fields.get("error_description"));
    }

    /** What a person pasted. */
    static AuthorizationAnswer ofPasted(String text) {
        // terminals break long lines; neither part can hold a blank
        String pasted = text.replaceAll("\\s+", "");
        int query = pasted.indexOf('?');
        if (pasted.matches("https?://.*") && query > 0) {
            int fragment = pasted.indexOf('#', query);
            return ofQuery(pasted.substring(query + 1, fragment < 0 ? pasted.length() : fragment));
        }
        int hash = pasted.indexOf('#');
        if (hash <= 0 || hash == pasted.length() - 1) {
            throw refused("This is not what the page shows: a code, the character # and some more. Copy all of it");
        }
        return new AuthorizationAnswer(pasted.substring(0, hash), pasted.substring(hash + 1), null, null);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("The address the browser was sent back to is malformed. Start the login again");
        }
    }

    /**
     * The code, if this belongs to the login with that state.
     *
     * @throws AuthenticationException if not, or if the person refused
     */
    String codeFor(String expectedState) {
        if (state == null || !MessageDigest.isEqual(bytes(state), bytes(expectedState))) {
            throw refused("The answer does not belong to this login. Start the login again, and use the newest page only");
        }
        if ("access_denied".equals(error)) {
            throw refused("The sign-in was denied" + (description == null ? "" : ": " + SafeText.of(description)));
        }
        if (error != null) {
            throw refused("The sign-in failed: " + SafeText.of(error)
                    + (description == null ? "" : " (" + SafeText.of(description) + ")"));
        }
        if (code == null || code.isBlank()) {
            throw refused("The page sent back neither a code nor an error. Start the login again");
        }
        return code;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AuthenticationException refused(String message) {
        return new AuthenticationException(ErrorDetails.of(message), null);
    }

    @Override
    public String toString() {
        return "AuthorizationAnswer[" + (error == null ? "code" : SafeText.of(error)) + "]";
    }
}
