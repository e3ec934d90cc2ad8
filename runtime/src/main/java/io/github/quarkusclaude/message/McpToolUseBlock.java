package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The model used a tool of a Model Context Protocol server that the API called. The result is a
 * {@link McpToolResultBlock}.
 *
 * @param id what the result refers to
 * @param name the name of the tool
 * @param serverName the server the tool belongs to
 * @param input the arguments, as the model wrote them
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record McpToolUseBlock(@Nullable String id, @Nullable String name, @Nullable String serverName, RawJson input,
        @Nullable CacheControl cacheControl, Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "mcp_tool_use";

    public McpToolUseBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** This block with other arguments. */
    public McpToolUseBlock withInput(RawJson input) {
        return new McpToolUseBlock(id, name, serverName, input, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static McpToolUseBlock read(FieldReader fields) throws IOException {
        String id = null;
        String name = null;
        String serverName = null;
        RawJson input = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "id" -> id = fields.text();
                case "name" -> name = fields.text();
                case "server_name" -> serverName = fields.text();
                case "input" -> input = fields.raw();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new McpToolUseBlock(id, name, serverName, input == null ? RawJson.EMPTY_OBJECT : input, cacheControl,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("id", id)
                .field("name", name)
                .field("server_name", serverName)
                .fieldOrKept("input", input, RawJson.EMPTY_OBJECT)
                .field("cache_control", cacheControl).end();
    }
}
