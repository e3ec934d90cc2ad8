package io.github.quarkusclaude.transport;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.message.Message;

/**
 * The failures of a joined stream: they carry what had arrived of all its parts.
 */
final class BrokenAnswer {

    private BrokenAnswer() {
    }

    /** The failure of a part, with what had arrived in all. */
    static ClaudeException of(ClaudeException failure, Message arrived) {
        ClaudeException whole = again(failure, failure.details().withPartialMessage(arrived));
        whole.setStackTrace(failure.getStackTrace());
        return whole;
    }

    /** What a stream can fail with once it is open. */
    private static ClaudeException again(ClaudeException failure, ErrorDetails details) {
        if (failure instanceof TruncatedStreamException) {
            return new TruncatedStreamException(details, failure.getCause());
        }
        if (failure instanceof NetworkException network) {
            return new NetworkException(network.phase(), details, failure.getCause());
        }
        if (failure instanceof MalformedResponseException) {
            return new MalformedResponseException(details, failure.getCause());
        }
        return ApiErrors.inStream(details);
    }
}
