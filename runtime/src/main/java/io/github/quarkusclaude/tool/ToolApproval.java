package io.github.quarkusclaude.tool;

/**
 * Decides whether a tool may run, and may take its time: it is asked on a worker thread.
 */
@FunctionalInterface
public interface ToolApproval {

    /**
     * Decides about one call.
     *
     * @throws Exception if nothing can be decided; the run then fails with a {@link ToolRunException} and can be resumed
     */
    ToolDecision decide(ToolCall call) throws Exception;
}
