package io.github.quarkusclaude.message;

/**
 * Why the model stopped. An open set: compare with the constants, and expect others.
 *
 * @param value the API's word
 */
public record StopReason(String value) {

    /** The answer is finished. */
    public static final StopReason END_TURN = new StopReason("end_turn");
    /** {@code max_tokens} was reached; the answer is cut off. */
    public static final StopReason MAX_TOKENS = new StopReason("max_tokens");
    /** One of the request's stop sequences came up. */
    public static final StopReason STOP_SEQUENCE = new StopReason("stop_sequence");
    /** The model waits for the results of tools. */
    public static final StopReason TOOL_USE = new StopReason("tool_use");
    /** A long turn was paused; send the content back unchanged to go on. */
    public static final StopReason PAUSE_TURN = new StopReason("pause_turn");
    /** The model declined to answer. */
    public static final StopReason REFUSAL = new StopReason("refusal");
    /** The context window is full; the answer is cut off. */
    public static final StopReason MODEL_CONTEXT_WINDOW_EXCEEDED = new StopReason("model_context_window_exceeded");

    /** The conversation was summarised; the answer holds a {@link CompactionBlock}. */
    public static final StopReason COMPACTION = new StopReason("compaction");

    @Override
    public String toString() {
        return value;
    }
}
