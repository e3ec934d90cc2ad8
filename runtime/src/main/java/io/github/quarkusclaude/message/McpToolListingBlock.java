package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The tools that a Model Context Protocol server offered. Send it back unchanged.
 *
 * @param mcpServerName the server
 * @param tools its tools: name, description and schema
 * @param additionalFields fields this version does not know
 */
public record McpToolListingBlock(@Nullable String mcpServerName, @Nullable List<Tool> tools,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "mcp_tool_listing";

    public McpToolListingBlock {
        tools = tools == null ? null : List.copyOf(tools);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static McpToolListingBlock read(FieldReader fields) throws IOException {
        String mcpServerName = null;
        List<Tool> tools = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "mcp_server_name" -> mcpServerName = fields.text();
                case "tools" -> tools = fields.objects(Tool::readFrom);
                default -> fields.keep();
            }
        }
        return new McpToolListingBlock(mcpServerName, tools, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("mcp_server_name", mcpServerName)
                .objects("tools", tools).end();
    }
}
