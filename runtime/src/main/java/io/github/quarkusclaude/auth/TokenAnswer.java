package io.github.quarkusclaude.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;

/**
 * What a token endpoint gives out.
 *
 * @param accessToken the token requests are sent with
 * @param refreshToken gets the next one; absent if the one there is stays
 * @param expiresIn how many seconds the access token works; absent if the server does not say
 * @param scopes what it allows; empty if the server does not say
 */
record TokenAnswer(String accessToken, @Nullable String refreshToken, @Nullable Long expiresIn, List<String> scopes) {

    /** A hundred years: what is longer is as good as never, and does not fit a date. */
    private static final long LONGEST_LIFE = 100L * 365 * 24 * 3600;

    /** @throws MalformedResponseException if it is no answer of a token endpoint, or a token that cannot be used */
    static TokenAnswer of(byte[] body) {
        JsonNode answer = object(body);
        String accessToken = text(answer.path("access_token"));
        if (accessToken == null) {
            throw malformed("it has no access_token");
        }
        if (!accessToken.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw malformed("its access_token has characters that cannot stand in a header");
        }
        String type = text(answer.path("token_type"));
        if (type != null && !type.equalsIgnoreCase(OAuthTokens.BEARER)) {
            throw malformed("its token_type is not Bearer but " + SafeText.of(type));
        }
        return new TokenAnswer(accessToken, text(answer.path("refresh_token")), seconds(answer.path("expires_in")),
                scopes(answer.path("scope")));
    }

    static JsonNode object(byte[] body) {
        JsonNode answer = JsonTree.parse(body);
        if (answer == null || !answer.isObject()) {
            throw malformed("it is not a JSON object");
        }
        return answer;
    }

    static MalformedResponseException malformed(String why) {
        return new MalformedResponseException(ErrorDetails.of("The answer of the OAuth server cannot be used: " + why), null);
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.textValue();
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Long seconds(JsonNode node) {
        if (node.isNumber()) {
            return (long) Math.max(0, Math.min(node.doubleValue(), LONGEST_LIFE));
        }
        String text = text(node);
        return text != null && text.matches("\\d{1,10}") ? Math.min(Long.parseLong(text), LONGEST_LIFE) : null;
    }

    private static List<String> scopes(JsonNode node) {
        List<String> scopes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(scope -> scopes.add(scope.asText()));
        } else if (text(node) != null) {
            scopes.addAll(List.of(text(node).split("\\s+")));
        }
        return scopes;
    }

    /** These tokens, and what they leave of older ones. */
    OAuthTokens tokens(@Nullable Instant expiresAt, @Nullable OAuthTokens old) {
        String refresh = refreshToken == null && old != null ? old.refreshToken() : refreshToken;
        return new OAuthTokens(accessToken, refresh, expiresAt, OAuthTokens.BEARER,
                scopes.isEmpty() && old != null ? old.scopes() : scopes);
    }

    /**
     * When the access token stops to work, counted from when it was asked for.
     *
     * @param defaultLife how long it works if the server does not say; for ever if absent
     */
    @Nullable
    Instant expiry(Instant asked, @Nullable Duration defaultLife) {
        if (expiresIn != null) {
            return asked.plusSeconds(expiresIn);
        }
        return defaultLife == null ? null : asked.plus(defaultLife);
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + ApiKey.mask(accessToken) + ", expiresIn=" + expiresIn + "]";
    }
}
