package io.github.quarkusclaude.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of a {@link McpServer} that the model may use: all of them, unless told otherwise. A beta feature.
 *
 * <pre>
 * MessageRequest.builder()
 *         .mcpServer(McpServer.of("tickets", "https://mcp.example.com"))
 *         .tool(McpToolset.of("tickets").byDefault(ToolConfig.DISABLED).configure("search", ToolConfig.ENABLED).build())
 * </pre>
 *
 * Not thread safe.
 */
public final class McpToolset {

    private final Map<String, ToolConfig> configs = new LinkedHashMap<>();
    private Tool tool;

    private McpToolset(String serverName) {
        tool = Tool.known("mcp_toolset", null).with("mcp_server_name", serverName);
    }

    /** The tools of a server of the request. */
    public static McpToolset of(String serverName) {
        return new McpToolset(serverName);
    }

    /** What holds for all tools that {@link #configure} does not name; {@link ToolConfig#ENABLED} by default. */
    public McpToolset byDefault(ToolConfig config) {
        tool = tool.with("default_config", config);
        return this;
    }

    /** What holds for one tool. */
    public McpToolset configure(String toolName, ToolConfig config) {
        configs.put(toolName, config);
        return this;
    }

    /** The tools as an {@link McpToolListingBlock} listed them, so that the server is not asked again. */
    public McpToolset pinned(List<Tool> tools) {
        tool = tool.with("tools", tools);
        return this;
    }

    /** The tool. */
    public Tool build() {
        return configs.isEmpty() ? tool : tool.with("configs", configs);
    }
}
