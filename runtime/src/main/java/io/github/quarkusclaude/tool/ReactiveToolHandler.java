package io.github.quarkusclaude.tool;

import io.smallrye.mutiny.Uni;

/**
 * Does what a tool is there for, without blocking.
 */
@FunctionalInterface
public interface ReactiveToolHandler {

    /**
     * Runs the tool. If the result fails with an exception, the model is told its message and can try otherwise; the run
     * goes on.
     */
    Uni<ToolResult> handle(ToolCall call);
}
