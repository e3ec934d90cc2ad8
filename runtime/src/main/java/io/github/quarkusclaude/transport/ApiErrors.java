package io.github.quarkusclaude.transport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.AuthorizationException;
import io.github.quarkusclaude.error.BillingException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.ProviderException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.RequestTooLargeException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.ResponseHeaders;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.stream.ErrorEvent;

/**
 * Makes exceptions of what the API says when it refuses, by status and type and never by words.
 */
final class ApiErrors {

    private static final int LONGEST_EXCERPT = 200;
    private static final int LONGEST_BODY = 16 * 1024;

    private final UnaryOperator<String> masked;
    private final RetryAfter retryAfter;

    /** @param masked masks the secrets of the client in a text */
    ApiErrors(UnaryOperator<String> masked, Clock clock) {
        this.masked = masked;
        this.retryAfter = new RetryAfter(clock);
    }

    /**
     * Makes an exception of an answer whose status is not 200.
     *
     * @param headers the headers of the answer
     */
    ClaudeException of(int status, ResponseHeaders headers, byte[] body) {
        // gateways are known to repeat the key they were sent
        String text = masked.apply(new String(body, StandardCharsets.UTF_8));
        JsonNode json = parse(text);
        JsonNode error = json == null ? null : json.path("error");
        String requestId = headers.get("request-id");
        if (requestId == null && json != null) {
            requestId = json.path("request_id").textValue();
        }
        boolean isApiError = error != null && error.isObject();
        ErrorDetails details = new ErrorDetails(isApiError ? message(status, error) : describe(status, headers, text), status,
                isApiError ? error.path("type").textValue() : null, isApiError ? code(error) : null, requestId,
                retryAfter.of(headers::get), shouldRetry(headers), isApiError ? detailsOf(error) : null,
                isApiError ? null : cut(text, LONGEST_BODY), null);
        return exception(status, details, headers);
    }

    /** Makes an exception of an error within a stream. */
    ClaudeException of(ErrorEvent event, @Nullable String requestId, @Nullable Message partialMessage) {
        JsonNode error = event.error() == null ? null : parse(masked.apply(event.error().toString()));
        boolean isApiError = error != null && error.isObject();
        String type = isApiError ? error.path("type").textValue() : null;
        ErrorDetails details = new ErrorDetails(isApiError ? message(200, error) : "The API ended the stream with an error",
                200, type, isApiError ? code(error) : null, event.requestId() == null ? requestId : event.requestId(), null,
                null,
                isApiError ? detailsOf(error) : null, null, partialMessage);
        return inStream(details);
    }

    /** Makes an exception of what is known of an error within a stream. */
    static ClaudeException inStream(ErrorDetails details) {
        return exception(statusOf(details.type()), details, null);
    }

    private static @Nullable Boolean shouldRetry(ResponseHeaders headers) {
        String value = headers.get("x-should-retry");
        if (value == null) {
            return null;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return RawJson.of(text).tree();
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static String message(int status, JsonNode error) {
        String message = error.path("message").asText("");
        return message.isBlank() ? "The API refused the request with status " + status : message;
    }

    private static @Nullable String code(JsonNode error) {
        return error.path("details").path("error_code").textValue();
    }

    private static @Nullable RawJson detailsOf(JsonNode error) {
        JsonNode details = error.path("details");
        return details.isObject() ? RawJson.from(details) : null;
    }

    /** What can be said of an answer that is not the API's: usually a proxy's page. */
    private static String describe(int status, ResponseHeaders headers, String body) {
        String contentType = headers.get("content-type");
        if (body.isBlank()) {
            return "The server answered with status " + status + " and an empty body";
        }
        boolean html = contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
        String excerpt = html ? "" : ": " + cut(body.strip().replaceAll("\\s+", " "), LONGEST_EXCERPT);
        return "The server answered with status " + status + " and something that is not the API's JSON"
                + (contentType == null ? "" : " but " + contentType) + excerpt;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /** @param headers absent within a stream, whose head came before anything was wrong */
    private static ClaudeException exception(int status, ErrorDetails details, @Nullable ResponseHeaders headers) {
        if ("overloaded_error".equals(details.type())) {
            return new OverloadedException(details, null);
        }
        return switch (status) {
            case 400, 422 -> new InvalidRequestException(details, null);
            case 401 -> new AuthenticationException(details, null);
            case 402 -> new BillingException(details, null);
            case 403 -> new AuthorizationException(details, null);
            case 404 -> new NotFoundException(details, null);
            case 413 -> new RequestTooLargeException(details, null);
            case 429 -> new RateLimitException(details, headers == null ? null
                    : RateLimits.from(headers).exhausted().orElse(null), null);
            case 529 -> new OverloadedException(details, null);
            default -> status >= 500 ? new ServerException(details, null) : new ProviderException(details, null);
        };
    }

    /** The status an error would have had, had it come before the stream. */
    private static int statusOf(@Nullable String type) {
        if (type == null) {
            return 0;
        }
        return switch (type) {
            case "invalid_request_error" -> 400;
            case "authentication_error" -> 401;
            case "billing_error" -> 402;
            case "permission_error" -> 403;
            case "not_found_error" -> 404;
            case "conflict_error" -> 409;
            case "request_too_large" -> 413;
            case "rate_limit_error" -> 429;
            case "api_error" -> 500;
            case "timeout_error" -> 504;
            case "overloaded_error" -> 529;
            default -> 0;
        };
    }
}
