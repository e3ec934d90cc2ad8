package io.github.quarkusclaude.tool;

import org.jspecify.annotations.Nullable;

/**
 * Is told how one run of a tool ends, once.
 */
public interface ToolWatch {

    /**
     * It has ended.
     *
     * @param result what the model reads; absent if nobody waits for it any more
     * @param failure what the tool threw, if it did
     */
    void ended(@Nullable ToolResult result, @Nullable Throwable failure);
}
