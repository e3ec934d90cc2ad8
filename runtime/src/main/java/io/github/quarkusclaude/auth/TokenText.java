package io.github.quarkusclaude.auth;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Tokens as people put them into configuration and variables: an access token as it is or in quotes, or a JSON object with
 * {@code accessToken}, {@code refreshToken} and {@code expiresAt}.
 */
final class TokenText {

    private TokenText() {
    }

    /**
     * The tokens in a text.
     *
     * @param source where the text was found, for people
     * @return empty if there is nothing but blanks
     * @throws ConfigurationException if it cannot be tokens
     */
    static Optional<OAuthTokens> parse(String text, String source) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        return switch (stripped.charAt(0)) {
            case '{' -> Optional.of(ofObject(stripped, source));
            case '"' -> ofQuoted(stripped, source);
            default -> Optional.of(OAuthTokens.of(checked(stripped, source)));
        };
    }

    private static Optional<OAuthTokens> ofQuoted(String text, String source) {
        JsonNode json = JsonTree.parse(text);
        if (json == null) {
            throw new ConfigurationException(source + " begins with a quotation mark but does not end with one. Remove the"
                    + " quotes around the token");
        }
        String token = json.asText().strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(OAuthTokens.of(checked(token, source)));
    }

    private static OAuthTokens ofObject(String text, String source) {
        // the same forms as in files, which is where people copy them from
        try {
            StoredJson json = StoredJson.parse(text, source);
            String accessToken = json.text("accessToken");
            if (accessToken == null) {
                throw new ConfigurationException(source + " is a JSON object without an accessToken. Set the access token"
                        + " itself, or an object with accessToken, refreshToken and expiresAt");
            }
            List<String> scopes = json.words(json.has("scopes") ? "scopes" : "scope");
            String refreshToken = json.text("refreshToken");
            return new OAuthTokens(checked(accessToken.strip(), source), refreshToken == null ? null : refreshToken.strip(),
                    StoredTime.read(json, "expiresAt"), OAuthTokens.BEARER, scopes);
        } catch (TokenStoreException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static String checked(String token, String source) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
                throw new ConfigurationException(source + " has a character at position " + (i + 1)
                        + " that cannot be part of a token. Copy the token again, as a whole");
            }
        }
        return token;
    }
}
