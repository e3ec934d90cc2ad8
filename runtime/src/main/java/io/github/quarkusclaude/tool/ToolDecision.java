package io.github.quarkusclaude.tool;

import io.github.quarkusclaude.json.RawJson;

/**
 * What becomes of a tool call that waits for approval.
 */
public sealed interface ToolDecision {

    /** The tool runs. */
    static ToolDecision approve() {
        return Approved.INSTANCE;
    }

    /**
     * The tool runs with other arguments. The conversation keeps the arguments of the model; say in the result what was
     * changed if the model should know.
     */
    static ToolDecision approveWith(RawJson input) {
        return new Changed(input);
    }

    /** The tool does not run; the model reads the reason as its failure. */
    static ToolDecision deny(String reason) {
        return new Denied(reason);
    }

    /** The tool does not run now: the run ends with {@link ToolRun.Stop#PENDING}, to be resumed with a result. */
    static ToolDecision postpone() {
        return Postponed.INSTANCE;
    }

    /** The tool runs. */
    enum Approved implements ToolDecision {
        INSTANCE
    }

    /**
     * The tool runs with other arguments.
     *
     * @param input the arguments
     */
    record Changed(RawJson input) implements ToolDecision {
    }

    /**
     * The tool does not run.
     *
     * @param reason what the model is told
     */
    record Denied(String reason) implements ToolDecision {
    }

    /** Not now. */
    enum Postponed implements ToolDecision {
        INSTANCE
    }
}
