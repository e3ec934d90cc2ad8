package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds the tools that were kept out of the prompt and that the prompt is about. */
final class ToolSearch implements ServerTool {

    @Override
    public boolean carriesOut(String type) {
        return type.startsWith("tool_search_tool_");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        List<String> names = new ArrayList<>();
        for (JsonNode tool : call.request().body().path("tools")) {
            if (tool.path("defer_loading").asBoolean(false) && ToolCaller.concerns(tool, call.words())) {
                names.add(tool.path("name").asText());
            }
        }
        if (names.isEmpty() && !forced) {
            return List.of();
        }
        String name = call.tool().path("name").asText();
        boolean regex = name.endsWith("regex");
        ObjectNode input = ServerToolCall.input(regex ? "pattern" : "query",
                regex ? "(?i)" + String.join("|", names) : call.prompt().quote());
        ObjectNode result = call.result("tool_search_tool_result");
        ArrayNode references = result.putObject("content").put("type", "tool_search_tool_search_result")
                .putArray("tool_references");
        names.forEach(found -> references.addObject().put("type", "tool_reference").put("tool_name", found));
        return List.of(new ServerToolUse(call.call(name, input), result,
                ServerToolCall.SIMULATED + "The search found " + names.size() + " tool(s)."));
    }
}
