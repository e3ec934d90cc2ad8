package io.github.quarkusclaude.batch;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * A batch has not ended in the time it was waited for. It goes on all the same: wait for it again by its id, or cancel it.
 */
public class BatchTimeoutException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final transient MessageBatch batch;

    public BatchTimeoutException(ErrorDetails details, MessageBatch batch) {
        super(details, null);
        this.batch = batch;
    }

    /** The batch as it was when it was last asked for. */
    public MessageBatch batch() {
        return batch;
    }
}
