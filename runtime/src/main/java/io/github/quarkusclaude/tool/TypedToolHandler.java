package io.github.quarkusclaude.tool;

/**
 * Does what a tool is there for, given its input as a Java object, and may take its time.
 *
 * @param <T> the type of the input
 */
@FunctionalInterface
public interface TypedToolHandler<T> {

    /**
     * Runs the tool.
     *
     * @param input the arguments
     * @param call the call they are from
     * @throws Exception if it fails. The model is told the message of the exception and can try otherwise; the run goes on
     */
    ToolResult handle(T input, ToolCall call) throws Exception;
}
