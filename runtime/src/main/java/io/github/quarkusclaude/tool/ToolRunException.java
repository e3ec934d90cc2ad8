package io.github.quarkusclaude.tool;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * A run failed. What it had achieved until then is {@link #run()}, which can be resumed.
 * <p>
 * The cause is the failure itself, such as a {@link io.github.quarkusclaude.error.RateLimitException}; its details are also
 * those of this exception.
 */
public final class ToolRunException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final transient ToolRun run;

    ToolRunException(Throwable cause, ToolRun run) {
        super(cause instanceof ClaudeException failure ? failure.details()
                : ErrorDetails.of("The run failed after " + run.answers().size() + " answers: "
                        + cause.getClass().getSimpleName()),
                cause);
        this.run = run;
    }

    /** The run as far as it went; its {@link ToolRun#stop()} is {@link ToolRun.Stop#FAILED}. */
    public ToolRun run() {
        return run;
    }
}
