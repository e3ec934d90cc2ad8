package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stands in for the tools of an MCP server, which is never connected to. */
final class McpTools implements ServerTool {

    private static final String UNKNOWN_TOOL = "simulated_tool";

    @Override
    public boolean carriesOut(String type) {
        return type.equals("mcp_toolset");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        String server = call.tool().path("mcp_server_name").asText();
        if (!forced && !call.asksForAny(Words.of(server)) && !call.asksForAny(Set.of("mcp"))) {
            return List.of();
        }
        ObjectNode use = JsonNodeFactory.instance.objectNode();
        String id = call.id().replace("srvtoolu_", "mcptoolu_");
        use.put("type", "mcp_tool_use").put("id", id).put("name", toolName(call.tool())).put("server_name", server)
                .set("input", ServerToolCall.input("query", call.prompt().quote()));
        String text = ServerToolCall.SIMULATED + "No MCP server was asked.";
        ObjectNode result = call.result("mcp_tool_result").put("tool_use_id", id).put("is_error", false);
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return List.of(new ServerToolUse(use, result, text));
    }

    /** A tool that the toolset is known to have. */
    private static String toolName(JsonNode toolset) {
        JsonNode pinned = toolset.path("tools").path(0).path("name");
        if (pinned.isTextual()) {
            return pinned.textValue();
        }
        for (Iterator<String> names = toolset.path("configs").fieldNames(); names.hasNext();) {
            String name = names.next();
            if (toolset.path("configs").path(name).path("enabled").asBoolean(true)) {
                return name;
            }
        }
        return UNKNOWN_TOOL;
    }
}
