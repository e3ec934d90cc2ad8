package io.github.quarkusclaude.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
                throw tool.field("name").reject("tool names must be unique, \"" + name + "\" is not");
            }
        }
        if (!tools.isEmpty() && !request.model().can("tool_use")) {
            throw request.field("tools").reject("is not supported by " + request.model().id());
        }
        StrictSchemas strict = new StrictSchemas();
        for (Located tool : tools) {
            if (tool.node().path("strict").asBoolean(false)) {
                strict.checkTool(tool);
            }
        }
    }

    private static void check(Located tool, MessagesRequest request) {
        String type = tool.has("type") ? tool.field("type").text() : "custom";
        if (type.equals("custom")) {
            tool.field("name").text(NAME);
            if (tool.has("description")) {
                tool.field("description").text();
            }
            Located schema = tool.field("input_schema").object();
            schema.field("type").oneOf(Set.of("object"));
            return;
        }
        Optional<ToolKinds.Kind> kind = ToolKinds.find(type);
        if (kind.isEmpty()) {
            throw tool.field("type").reject("\"" + type + "\" is no known tool");
        }
        if (!kind.get().beta().isEmpty() && !request.caller().uses(kind.get().beta())) {
            throw tool.field("type").reject("needs the anthropic-beta value " + kind.get().beta() + "…");
        }
        if (!kind.get().name().isEmpty()) {
            tool.field("name").oneOf(Set.of(kind.get().name()));
        }
    }
}
