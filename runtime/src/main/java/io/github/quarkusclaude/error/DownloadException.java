package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

/**
 * An attachment was not downloaded. Nothing was sent to Claude. The message names the address without its query, which
 * may hold a signature.
 */
public class DownloadException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The address or one it redirects to is not allowed. */
        REFUSED,
        /** The host is not known, or there is no connection to it, or the connection broke. */
        UNREACHABLE,
        /** The server answered something else than the file; {@link #status()} is the HTTP status. */
        NOT_SERVED,
        /** The file is larger than allowed. */
        TOO_LARGE,
        /** The download took longer than allowed. */
        TIMED_OUT
    }

    private final Reason reason;

    public DownloadException(Reason reason, String message) {
        this(reason, ErrorDetails.of(message), null);
    }

    public DownloadException(Reason reason, ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
        this.reason = reason;
    }

    /** Why it was not downloaded. */
    public Reason reason() {
        return reason;
    }
}
