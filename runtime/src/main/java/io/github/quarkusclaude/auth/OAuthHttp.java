package io.github.quarkusclaude.auth;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP calls that servers of OAuth are asked with. They have no credential but what is put into them, redirects are not
 * followed, and an answer is at most {@link #MAX_ANSWER} bytes.
 */
public interface OAuthHttp {

    /** The largest answer that is read, in bytes. */
    int MAX_ANSWER = 1024 * 1024;

    /**
     * Posts and waits for the answer, whatever its status. Not for event loops.
     *
     * @throws io.github.quarkusclaude.error.ClaudeException if there is no answer, or it is too large
     */
    Answer post(Request request);

    /**
     * What is asked. {@link #toString()} shows only where.
     *
     * @param uri where, with scheme and host
     * @param contentType of the body
     * @param body what is sent; holds secrets
     * @param headers further headers; may hold secrets
     */
    record Request(URI uri, String contentType, byte[] body, Map<String, String> headers) {

        @Override
        public String toString() {
            return "POST " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        }
    }

    /**
     * What was answered. {@link #toString()} shows only the status.
     *
     * @param status the HTTP status
     * @param requestId the header {@code request-id}; absent if there is none
     * @param body what was answered; holds secrets
     */
    record Answer(int status, @Nullable String requestId, byte[] body) {

        @Override
        public String toString() {
            return "HTTP " + status + ", " + body.length + " bytes";
        }
    }
}
