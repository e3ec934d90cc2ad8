package io.github.quarkusclaude.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tools have distinct names; those the caller defines have a schema for their input. */
final class ToolsCheck implements RequestCheck {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

    @Override
    public void check(MessagesRequest request) {
        if (!request.root().has("tools")) {
            return;
        }
        List<Located> tools = request.field("tools").items();
        Set<String> names = new HashSet<>();
        for (Located tool : tools) {
            check(tool.object(), request);
            String name = tool.node().path("name").asText("");
            if (!name.isEmpty() && !names.add(name)) {
                throw tool.field("name").reject("tool names must be unique, \"" + name + "\" is not",
                        "tool_name_conflict");
            }
        }
        if (!tools.isEmpty() && !request.model().can("tool_use")) {
            throw request.field("tools").reject("is not supported by " + request.model().id());
        }
        if (!tools.isEmpty() && tools.stream().allMatch(tool -> tool.node().path("defer_loading").asBoolean(false))) {
            throw request.field("tools").reject("at least one tool must not have defer_loading");
        }
        StrictSchemas strict = new StrictSchemas();
        for (Located tool : tools) {
            if (tool.node().path("strict").asBoolean(false)) {
                strict.checkTool(tool);
            }
        }
    }

    private static void check(Located tool, MessagesRequest request) {
        String type = tool.object().has("type") ? tool.field("type").text() : "custom";
        if (type.equals("custom")) {
            tool.field("name").text(NAME);
            tool.field("input_schema").object().field("type").oneOf(Set.of("object"));
            ToolKinds.custom().accept(tool);
            return;
        }
        ToolKinds.Kind kind = ToolKinds.find(type)
                .orElseThrow(() -> tool.field("type").reject("\"" + type + "\" is no known tool"));
        if (kind.beta() != null && !request.caller().uses(kind.beta())) {
            throw tool.field("type").reject("needs the anthropic-beta value " + kind.beta().headerValues().get(0));
        }
        if (kind.name().equals("computer") && !request.model().can("older_computer_tools")) {
            throw tool.field("type").reject("\"" + type + "\" is not supported by " + request.model().id());
        }
        if (!kind.name().isEmpty()) {
            tool.field("name").oneOf(Set.of(kind.name()));
        }
        kind.fields().accept(tool);
        if (tool.has("allowed_domains") && tool.has("blocked_domains")) {
            throw tool.field("blocked_domains").reject("cannot be combined with allowed_domains");
        }
        if (type.equals("mcp_toolset") && tool.has("tools")) {
            Beta.MCP_PINNED_TOOLS.demand(tool.field("tools"), request.caller());
        }
    }
}
