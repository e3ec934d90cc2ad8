package io.github.quarkusclaude.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * The tools of one run: those of its runner, and those its request declares.
 */
final class Toolbox {

    private final Map<String, ToolDefinition> handled = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final List<Tool> tools = new ArrayList<>();

    Toolbox(List<ToolDefinition> definitions, MessageRequest request) {
        if (request.tools() != null) {
            for (Tool tool : request.tools()) {
                tools.add(tool);
                declared.add(ToolDefinition.nameOf(tool));
            }
        }
        for (ToolDefinition definition : definitions) {
            handled.put(definition.name(), definition);
            if (declared.add(definition.name())) {
                tools.add(definition.tool());
            }
        }
    }

    /** The request with all tools. */
    MessageRequest equip(MessageRequest request) {
        return tools.isEmpty() ? request : request.toBuilder().tools(tools).build();
    }

    /** The tool that is called, if it has a handler. */
    @Nullable
    ToolDefinition handlerOf(ToolUseBlock call) {
        return handled.get(nameOf(call));
    }

    /** Whether the request has such a tool, though nothing here handles it. */
    boolean isDeclared(ToolUseBlock call) {
        return declared.contains(nameOf(call));
    }

    /** Members of a toolset are called by their own name, and belong to whoever handles the toolset. */
    private static String nameOf(ToolUseBlock call) {
        String name = call.toolsetName() != null ? call.toolsetName() : call.name();
        return name == null ? "" : name;
    }
}
