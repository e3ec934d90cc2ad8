package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of a tool that the server carries out itself.
 *
 * @param call the block with the call
 * @param result the block with its result
 * @param said what the answer tells about it
 * @param inner the calls that its code makes; empty for all others
 * @param innerShown whether the inner calls are part of the answer
 */
record ServerToolUse(ObjectNode call, ObjectNode result, String said, List<ServerToolUse> inner, boolean innerShown) {

    ServerToolUse(ObjectNode call, ObjectNode result, String said) {
        this(call, result, said, List.of(), false);
    }

    String name() {
        return call.path("name").asText();
    }

    boolean failed() {
        return result.at("/content/type").asText().endsWith("_error");
    }

    List<ServerToolUse> innerIfShown() {
        return innerShown ? inner : List.of();
    }
}
