package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Which tool a {@link ToolChangeBlock} is about.
 *
 * @param type {@code tool_reference}, {@code mcp_tool_reference}, {@code mcp_toolset_reference} or {@code tool_definition}
 * @param name the name of the tool
 * @param serverName the server of the tool or the toolset
 * @param definition a tool that the request does not define
 * @param additionalFields fields this version does not know
 */
public record ToolTarget(@Nullable String type, @Nullable String name, @Nullable String serverName, @Nullable Tool definition,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public ToolTarget {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A tool of the request. */
    public static ToolTarget tool(String name) {
        return new ToolTarget("tool_reference", name, null, null, Map.of());
    }

    /** A tool of a Model Context Protocol server. */
    public static ToolTarget mcpTool(String serverName, String name) {
        return new ToolTarget("mcp_tool_reference", name, serverName, null, Map.of());
    }

    /** All tools of a Model Context Protocol server. */
    public static ToolTarget mcpToolset(String serverName) {
        return new ToolTarget("mcp_toolset_reference", null, serverName, null, Map.of());
    }

    /** A tool that the request does not define; can only be added. */
    public static ToolTarget definition(Tool tool) {
        return new ToolTarget("tool_definition", null, null, tool, Map.of());
    }

    static ToolTarget readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String name = null;
        String serverName = null;
        Tool definition = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "name" -> name = fields.text();
                case "server_name" -> serverName = fields.text();
                case "definition" -> definition = fields.object(Tool::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolTarget(type, name, serverName, definition, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("name", name)
                .field("server_name", serverName)
                .field("definition", definition).end();
    }
}
