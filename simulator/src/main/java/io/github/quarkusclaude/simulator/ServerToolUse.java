package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of a tool that the server carries out itself.
 *
 * @param call the block with the call
 * @param result the block with its result
 * @param said what the answer tells about it
 */
record ServerToolUse(ObjectNode call, ObjectNode result, String said) {
}
