package io.github.quarkusclaude.tool;

import io.smallrye.mutiny.Uni;

/**
 * Decides whether a tool may run, without blocking.
 */
@FunctionalInterface
public interface ReactiveToolApproval {

    /** Decides about one call. If this fails, the run fails with a {@link ToolRunException} and can be resumed. */
    Uni<ToolDecision> decide(ToolCall call);
}
