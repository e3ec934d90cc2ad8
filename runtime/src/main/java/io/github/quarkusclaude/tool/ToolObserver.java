package io.github.quarkusclaude.tool;

/**
 * Watches tools that run. Not for applications: these observe {@link ToolRunEvent}s.
 */
public interface ToolObserver {

    /**
     * A tool is about to run. Called where it was decided, not on the thread of the tool; must not block.
     *
     * @return is told what comes of it
     */
    ToolWatch started(ToolCall call);
}
