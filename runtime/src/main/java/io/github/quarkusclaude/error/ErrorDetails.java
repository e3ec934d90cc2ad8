package io.github.quarkusclaude.error;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;

/**
 * What is known about a failure.
 *
 * @param message what went wrong, for people
 * @param status the HTTP status; 0 if there was no HTTP answer, 200 for an error within a stream
 * @param type the API's {@code error.type}, such as {@code overloaded_error}
 * @param code the API's {@code error.details.error_code}, stable and the thing to branch on
 * @param requestId the API's id of the request, which its support asks for
 * @param retryAfter how long the API asks to wait
 * @param shouldRetry whether the same request should be sent again; absent if the API says nothing about it
 * @param details the API's {@code error.details} as it came
 * @param body the body of the answer if it was not the API's JSON, for instance the page of a proxy
 * @param partialMessage what had arrived of a streamed message
 */
public record ErrorDetails(String message, int status, @Nullable String type, @Nullable String code,
        @Nullable String requestId, @Nullable Duration retryAfter, @Nullable Boolean shouldRetry, @Nullable RawJson details,
        @Nullable String body,
        @Nullable Message partialMessage) {

    public ErrorDetails {
        Objects.requireNonNull(message, "message");
    }

    /** A failure without an answer of the API. */
    public static ErrorDetails of(String message) {
        return new ErrorDetails(message, 0, null, null, null, null, null, null, null, null);
    }

    /** A failure with an HTTP status. */
    public static ErrorDetails of(int status, String message) {
        return new ErrorDetails(message, status, null, null, null, null, null, null, null, null);
    }

    /** These details with another message. */
    public ErrorDetails withMessage(String message) {
        return new ErrorDetails(message, status, type, code, requestId, retryAfter, shouldRetry, details, body, partialMessage);
    }

    /** These details with what had arrived of a streamed message. */
    public ErrorDetails withPartialMessage(@Nullable Message partialMessage) {
        return new ErrorDetails(message, status, type, code, requestId, retryAfter, shouldRetry, details, body, partialMessage);
    }

    /** These details with the API's id of the request, unless they have one. */
    public ErrorDetails withRequestId(@Nullable String requestId) {
        return this.requestId != null ? this
                : new ErrorDetails(message, status, type, code, requestId, retryAfter, shouldRetry, details, body,
                        partialMessage);
    }
}
