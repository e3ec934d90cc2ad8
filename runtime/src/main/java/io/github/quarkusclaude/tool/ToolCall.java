package io.github.quarkusclaude.tool;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * What the model asks a tool to do.
 *
 * @param id what the result refers to
 * @param name the name of the tool
 * @param input the arguments, a JSON object: as the model wrote them, or as an approval changed them
 */
public record ToolCall(String id, String name, RawJson input) {

    static ToolCall of(ToolUseBlock block) {
        return new ToolCall(block.id() == null ? "" : block.id(), block.name() == null ? "" : block.name(), block.input());
    }

    /** This call with other arguments. */
    public ToolCall withInput(RawJson input) {
        return new ToolCall(id, name, input);
    }

    /** Without the arguments. */
    @Override
    public String toString() {
        return "ToolCall[id=" + id + ", name=" + name + "]";
    }
}
