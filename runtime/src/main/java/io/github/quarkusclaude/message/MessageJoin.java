package io.github.quarkusclaude.message;

import java.util.Optional;

import io.github.quarkusclaude.error.ClaudeException;

/**
 * Where a streamed answer broke off and was continued by another request. Not part of the JSON of a message: each part was a
 * message of its own for the API.
 *
 * @param block the index of the content block that broke off; if none had, of the one that was due
 * @param offset where in the text of the block the rest begins, in characters; 0 if none of it had arrived
 * @param failure how the part before broke off
 */
public record MessageJoin(int block, int offset, ClaudeException failure) {

    /** The API's id of the request whose answer broke off. */
    public Optional<String> requestId() {
        return failure.requestId();
    }
}
