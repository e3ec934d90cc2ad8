package io.github.quarkusclaude.tool;

import io.github.quarkusclaude.schema.InputTypes;
import io.github.quarkusclaude.schema.UnreadableValueException;
import io.github.quarkusclaude.schema.ValueType;
import io.smallrye.mutiny.Uni;

/**
 * A handler that waits for a runner, which knows how values of its type are described and read.
 */
record TypedHandler<T>(Class<T> type, ReactiveTypedToolHandler<T> handler) implements ReactiveToolHandler {

    @Override
    public Uni<ToolResult> handle(ToolCall call) {
        throw new IllegalStateException("The tool " + call.name() + " takes a " + type.getTypeName()
                + ", which only runners can read. Give it to a runner by tools(…)");
    }

    /** The tool with its schema, and a handler that reads the input. */
    ToolDefinition known(ToolDefinition definition, InputTypes types) {
        ValueType<T> input = types.of(type);
        return new ToolDefinition(definition.tool().withInputSchema(input.schema().json()),
                call -> handler.handle(read(input, call), call), definition.thread());
    }

    private static <T> T read(ValueType<T> type, ToolCall call) {
        try {
            return type.read(call.input().toString());
        } catch (UnreadableValueException e) {
            throw new IllegalArgumentException("The input does not fit: " + e.getMessage(), e);
        }
    }
}
