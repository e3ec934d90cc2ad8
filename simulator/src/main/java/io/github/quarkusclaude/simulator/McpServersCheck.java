package io.github.quarkusclaude.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MCP servers are well described, and every toolset belongs to exactly one of them. */
final class McpServersCheck implements RequestCheck {

    private static final Shape SERVER = new Shape()
            .needs("type", Shape.oneOf("url"))
            .needs("url", McpServersCheck::checkUrl)
            .needs("name", Located::filledText)
            .may("authorization_token", Located::text)
            .may("tool_configuration", new Shape().may("enabled", Located::bool).may("allowed_tools", Shape.texts()));

    @Override
    public void check(MessagesRequest request) {
        Map<String, Integer> toolsets = new HashMap<>();
        Caller caller = request.caller();
        for (Located server : request.root().has("mcp_servers") ? request.field("mcp_servers").items() : List.<Located> of()) {
            SERVER.accept(server);
            if (server.has("tool_configuration")) {
                Beta.MCP_WITHOUT_TOOLSETS.demand(server.field("tool_configuration"), caller);
            }
            if (toolsets.put(server.field("name").text(), 0) != null) {
                throw server.field("name").reject("must be unique, \"" + server.field("name").text() + "\" is not");
            }
        }
        for (Located tool : request.root().has("tools") ? request.field("tools").items() : List.<Located> of()) {
            Located name = tool.field("mcp_server_name");
            if (name.isPresent() && toolsets.computeIfPresent(name.text(), (server, count) -> count + 1) == null) {
                throw name.reject("there is no MCP server named \"" + name.text() + "\"");
            }
        }
        toolsets.forEach((server, count) -> {
            if (count != 1 && caller.uses(Beta.MCP_TOOLSETS)) {
                throw request.field("mcp_servers").reject("\"" + server + "\" must be used by exactly one mcp_toolset, not by "
                        + count);
            }
        });
    }

    private static void checkUrl(Located url) {
        if (!url.text().startsWith("https://")) {
            throw url.reject("must be an https URL");
        }
    }
}
