package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * The answer did not arrive: no connection, a lost one, or a time-out.
 */
public class NetworkException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    /** Where a call was when it failed. */
    public enum Phase {
        /** Before the request was sent: name resolution, TCP, TLS. */
        CONNECT,
        /** The request was sent; the connection broke, or was silent for too long. */
        READ,
        /** The call took longer than it may in total. */
        TOTAL
    }

    private final Phase phase;

    public NetworkException(Phase phase, ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
        this.phase = phase;
    }

    /** Where the call was when it failed. In phase {@link Phase#CONNECT} nothing was sent. */
    public Phase phase() {
        return phase;
    }
}
