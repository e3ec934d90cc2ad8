package io.github.quarkusclaude.error;

import java.util.Optional;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;

/**
 * A call to Claude failed.
 */
public class ClaudeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorDetails details;

    public ClaudeException(ErrorDetails details, @Nullable Throwable cause) {
        super(describe(details), cause);
        this.details = details;
    }

    /** The message, and in brackets what helps to find the failure again. */
    private static String describe(ErrorDetails details) {
        StringJoiner facts = new StringJoiner(", ", details.message() + " (", ")").setEmptyValue(details.message());
        if (details.status() != 0) {
            facts.add("HTTP " + details.status() + (details.type() == null ? "" : " " + details.type()));
        }
        if (details.code() != null) {
            facts.add(details.code());
        }
        if (details.requestId() != null) {
            facts.add(details.requestId());
        }
        return facts.toString();
    }

    /** Everything that is known about the failure. */
    public ErrorDetails details() {
        return details;
    }

    /** The HTTP status; 0 if there was no HTTP answer, 200 for an error within a stream. */
    public int status() {
        return details.status();
    }

    /** The API's {@code error.type}, such as {@code invalid_request_error}. */
    public Optional<String> type() {
        return Optional.ofNullable(details.type());
    }

    /** The API's {@code error.details.error_code}: stable, the thing to branch on. */
    public Optional<String> code() {
        return Optional.ofNullable(details.code());
    }

    /** The API's {@code error.details}, as it came. */
    public Optional<RawJson> errorDetails() {
        return Optional.ofNullable(details.details());
    }

    /** The API's id of the request, which its support asks for. */
    public Optional<String> requestId() {
        return Optional.ofNullable(details.requestId());
    }

    /** What had arrived of a streamed message when the stream failed. */
    public Optional<Message> partialMessage() {
        return Optional.ofNullable(details.partialMessage());
    }
}
