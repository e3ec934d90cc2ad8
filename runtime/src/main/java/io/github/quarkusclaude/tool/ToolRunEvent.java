package io.github.quarkusclaude.tool;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * Something happened in a run. A streamed run is made of these; all but {@link Text} and {@link Thinking} are also fired as
 * CDI events, both to {@code @Observes} and to {@code @ObservesAsync}, for runs of every kind:
 *
 * <pre>
 * void audit(&#64;Observes ToolRunEvent.ToolCalled event) { … }
 * </pre>
 *
 * Synchronous observers may be called on an event loop and must not block there.
 */
public sealed interface ToolRunEvent {

    /**
     * A run begins, or is resumed.
     *
     * @param request the first request, with the tools
     */
    record Started(MessageRequest request) implements ToolRunEvent {
    }

    /**
     * A piece of text has arrived. Only in streamed runs.
     *
     * @param step which answer it belongs to, from 1
     * @param text the piece
     */
    record Text(int step, String text) implements ToolRunEvent {

        /** Without the text. */
        @Override
        public String toString() {
            return "Text[step=" + step + "]";
        }
    }

    /**
     * A piece of displayed thinking has arrived. Only in streamed runs.
     *
     * @param step which answer it belongs to, from 1
     * @param text the piece
     */
    record Thinking(int step, String text) implements ToolRunEvent {

        /** Without the text. */
        @Override
        public String toString() {
            return "Thinking[step=" + step + "]";
        }
    }

    /**
     * An answer is complete.
     *
     * @param step which one, from 1
     * @param answer the answer
     */
    record StepFinished(int step, Message answer) implements ToolRunEvent {

        /** Without the answer. */
        @Override
        public String toString() {
            return "StepFinished[step=" + step + "]";
        }
    }

    /**
     * A tool is about to run.
     *
     * @param step the answer that asked for it, from 1
     * @param call what it is asked to do
     */
    record ToolCalled(int step, ToolCall call) implements ToolRunEvent {
    }

    /**
     * The result of a tool call is there. Calls of tools that do not exist and calls that were denied have one too.
     *
     * @param step the answer that asked for it, from 1
     * @param call what was asked
     * @param result what the model will read
     * @param failure what the tool threw, if it did
     */
    record ToolReturned(int step, ToolCall call, ToolResult result, @Nullable Throwable failure) implements ToolRunEvent {
    }

    /**
     * The run has ended. The last event, unless the run fails.
     *
     * @param run what came of it
     */
    record Finished(ToolRun run) implements ToolRunEvent {
    }
}
