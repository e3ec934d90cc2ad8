package io.github.quarkusclaude.auth;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.ProviderException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;

/**
 * What a server of OAuth says when it refuses. Of its answer only {@code error}, {@code error_description} and
 * {@code error_uri} are ever shown: the rest may hold what was sent.
 *
 * @param error the code, such as {@code invalid_grant}
 * @param description the server's words
 * @param uri where more is written
 */
record OAuthRefusal(@Nullable String error, @Nullable String description, @Nullable String uri) {

    private static final Set<String> WRONG_CLIENT = Set.of("invalid_client", "unauthorized_client");
    private static final Set<String> MAY_WORK_LATER = Set.of("server_error", "temporarily_unavailable");

    static OAuthRefusal of(byte[] body) {
        JsonNode answer = JsonTree.parse(body);
        if (answer == null) {
            return new OAuthRefusal(null, null, null);
        }
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            // the form of the API's other errors
            return new OAuthRefusal(error.path("type").textValue(), error.path("message").textValue(), null);
        }
        return new OAuthRefusal(error.textValue(), answer.path("error_description").textValue(),
                answer.path("error_uri").textValue());
    }

    /**
     * The exception for an answer of another status than 200 to 299: {@link AuthenticationException} if asking again does not
     * help.
     *
     * @param server who refused, for people
     * @param secrets what must not be shown although the server repeats it
     */
    ClaudeException exception(OAuthPurpose purpose, String server, OAuthHttp.Answer answer, Secrets secrets) {
        int status = answer.status();
        boolean mayWorkLater = status >= 500 || status == 408 || status == 425
                || error != null && MAY_WORK_LATER.contains(error);
        String message = purpose.subject() + (mayWorkLater || status == 429 ? " failed at " : " was refused by ") + server
                + secrets.masked(words());
        if (status == 429) {
            return new RateLimitException(details(message, answer), null);
        }
        if (mayWorkLater) {
            return new ServerException(details(message, answer), null);
        }
        if (status >= 400) {
            return new AuthenticationException(details(message + ". " + advice(purpose, status), answer), null);
        }
        return new ProviderException(details(message + ". Redirects are not followed: check the address", answer), null);
    }

    private ErrorDetails details(String message, OAuthHttp.Answer answer) {
        String type = error == null ? null : SafeText.of(error);
        return new ErrorDetails(message, answer.status(), type, null, answer.requestId(), null, null, null, null, null);
    }

    private String advice(OAuthPurpose purpose, int status) {
        if (error != null && WRONG_CLIENT.contains(error)) {
            return "Check quarkus.claude.oauth.client-id and its secret";
        }
        return error == null && (status == 404 || status == 405) ? "Check the address" : purpose.advice(status);
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        if (error != null) {
            words.append(": ").append(SafeText.of(error));
        }
        if (description != null) {
            words.append(error == null ? ": " : ", ").append(SafeText.of(description));
        }
        if (uri != null) {
            words.append(" <").append(SafeText.of(uri)).append('>');
        }
        return words.toString();
    }
}
