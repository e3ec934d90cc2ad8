package io.github.quarkusclaude.tool;

import io.smallrye.mutiny.Uni;

/**
 * Does what a tool is there for, given its input as a Java object, without blocking.
 *
 * @param <T> the type of the input
 */
@FunctionalInterface
public interface ReactiveTypedToolHandler<T> {

    /**
     * Runs the tool. If the result fails with an exception, the model is told its message and can try otherwise; the run
     * goes on.
     *
     * @param input the arguments
     * @param call the call they are from
     */
    Uni<ToolResult> handle(T input, ToolCall call);
}
