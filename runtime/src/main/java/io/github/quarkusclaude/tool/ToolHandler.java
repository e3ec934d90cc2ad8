package io.github.quarkusclaude.tool;

/**
 * Does what a tool is there for, and may take its time.
 */
@FunctionalInterface
public interface ToolHandler {

    /**
     * Runs the tool.
     *
     * @throws Exception if it fails. The model is told the message of the exception and can try otherwise; the run goes on
     */
    ToolResult handle(ToolCall call) throws Exception;
}
