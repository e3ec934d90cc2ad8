package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer decided by a test. Queue it with {@link ClaudeSimulator#script(ScriptedAnswer...)}; the requests to
 * {@code POST /v1/messages} take the queued answers in order.
 * <p>
 * A {@linkplain #text text} or {@linkplain #message message} is the answer of a working API: the request is checked as
 * usual, a request that is refused leaves the answer for the next one, and the answer is streamed if the request asks for
 * it. All other kinds replace the API: they are sent to any request with a valid credential and a body that is JSON, no
 * matter what the body says.
 */
public sealed interface ScriptedAnswer
        permits TextScript, MessageScript, ErrorScript, BytesScript, StreamScript, HeaderScript {

    /** A message with this text, cut by the request's {@code max_tokens} and {@code stop_sequences} like any answer. */
    static ScriptedAnswer text(String text) {
        return new TextScript(text);
    }

    /** Exactly this message; streamed, its blocks arrive in pieces. The tree is copied. */
    static ScriptedAnswer message(JsonNode message) {
        return new MessageScript(message.deepCopy());
    }

    /**
     * Exactly this message, numbers with all their digits; streamed, its blocks arrive in pieces.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    static ScriptedAnswer message(String message) {
        return new MessageScript(new Json().parse(message.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("A message must be a JSON object")));
    }

    /** An error body of the API with any status and {@code error.type}. */
    static ScriptedAnswer error(int status, String type, String message) {
        return new ErrorScript(new ApiError(status, type, message));
    }

    /** The same with an {@code error_code}, by which clients tell errors of one status apart. */
    static ScriptedAnswer error(int status, String type, String message, String errorCode) {
        return new ErrorScript(new ApiError(status, type, message).coded(errorCode));
    }

    /** Any body. The array is copied. */
    static ScriptedAnswer raw(int status, String contentType, byte[] body) {
        return new BytesScript(status, contentType, List.of(body.clone()), Duration.ZERO);
    }

    /** An event stream with status 200, byte for byte; may end anywhere. The array is copied. */
    static ScriptedAnswer sse(byte[] stream) {
        return sse(List.of(stream));
    }

    /** An event stream with status 200 that is written to the network in exactly these chunks. The arrays are copied. */
    static ScriptedAnswer sse(List<byte[]> chunks) {
        return sse(chunks, Duration.ZERO);
    }

    /** The same with a pause, of at least a millisecond if not zero, before every chunk but the first. */
    static ScriptedAnswer sse(List<byte[]> chunks, Duration pause) {
        return new BytesScript(200, BytesScript.EVENT_STREAM, chunks.stream().map(byte[]::clone).toList(), pause);
    }

    /** This answer with one more response header, for example {@code retry-after}. */
    default ScriptedAnswer withHeader(String name, String value) {
        return new HeaderScript(this, Map.of(name, value));
    }
}
