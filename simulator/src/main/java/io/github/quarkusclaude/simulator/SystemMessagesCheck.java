package io.github.quarkusclaude.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Messages of the system change effort, lifetime and tools only as far as the caller may, and only tools that there are. */
final class SystemMessagesCheck implements RequestCheck {

    private static final Map<String, Shape> REFERENCES = Map.of(
            "tool_reference", reference().needs("name", Located::filledText),
            "mcp_tool_reference", reference().needs("server_name", Located::filledText).needs("name", Located::filledText),
            "mcp_toolset_reference", reference().needs("server_name", Located::filledText),
            "tool_definition", reference().needs("definition", Located::object));
    private static final Shape CONFIG = new Shape().needs("effort",
            Shape.oneOf("low", "medium", "high", "xhigh", "max"));

    @Override
    public void check(MessagesRequest request) {
        Set<String> tools = new HashSet<>();
        request.body().path("tools").forEach(tool -> tools.add(tool.path("name").asText("")));
        for (Located message : request.field("messages").items()) {
            message.optional("output_config", CONFIG);
            message.optional("clear_at", Shape.oneOf("next_user_message", "never"));
            for (Located block : Turn.blocks(message.field("content"))) {
                checkChange(block, tools, request);
                if (Turn.type(block).equals("tool_result") && block.field("content").node().isArray()) {
                    block.field("content").items().forEach(part -> checkName(part, "tool_name", tools));
                }
            }
        }
    }

    private static void checkChange(Located block, Set<String> tools, MessagesRequest request) {
        String change = Turn.type(block);
        if (!change.equals("tool_addition") && !change.equals("tool_removal")) {
            return;
        }
        Located tool = block.field("tool");
        Map<String, Shape> allowed = new TreeMap<>(REFERENCES);
        if (change.equals("tool_removal")) {
            allowed.remove("tool_definition");
        }
        String type = tool.field("type").oneOf(List.copyOf(allowed.keySet()));
        allowed.get(type).accept(tool);
        if (type.equals("tool_definition")) {
            Beta.INLINE_TOOLS.demand(tool.field("definition"), request.caller());
            tools.add(tool.field("definition").field("name").filledText());
        }
        checkName(tool, "name", tools);
    }

    private static void checkName(Located reference, String field, Set<String> tools) {
        if (Turn.type(reference).equals("tool_reference") && !tools.contains(reference.field(field).text())) {
            throw reference.field(field).reject("there is no tool named \"" + reference.field(field).text() + "\"",
                    "tool_reference_unresolved");
        }
    }

    private static Shape reference() {
        return new Shape().needs("type", Located::text);
    }
}
