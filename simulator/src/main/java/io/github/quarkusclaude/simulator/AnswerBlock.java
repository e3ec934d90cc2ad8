package io.github.quarkusclaude.simulator;

import java.util.Iterator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A content block of an answer: as a whole, and the way it arrives in a stream. */
sealed interface AnswerBlock permits CompactionBlock, TextBlock, ThinkingBlock, ToolUseBlock, VerbatimBlock {

    /** The block as a message that is not streamed holds it. */
    ObjectNode whole();

    /** The block as {@code content_block_start} shows it. */
    ObjectNode opening();

    /** What the {@code content_block_delta} events add. */
    Iterator<ObjectNode> deltas();
}
