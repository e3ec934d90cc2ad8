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
 * What a tool of a Model Context Protocol server gave back. Send it back unchanged.
 *
 * @param toolUseId the id of the {@link McpToolUseBlock} this answers
 * @param content the result
 * @param isError whether the tool failed
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record McpToolResultBlock(@Nullable String toolUseId, @Nullable Content content, @Nullable Boolean isError,
        @Nullable CacheControl cacheControl, Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "mcp_tool_result";

    public McpToolResultBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static McpToolResultBlock read(FieldReader fields) throws IOException {
        String toolUseId = null;
        Content content = null;
        Boolean isError = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool_use_id" -> toolUseId = fields.text();
                case "content" -> content = fields.arrayOrText(Content::readFrom);
                case "is_error" -> isError = fields.bool();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new McpToolResultBlock(toolUseId, content, isError, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("tool_use_id", toolUseId)
                .field("content", content)
                .field("is_error", isError)
                .field("cache_control", cacheControl).end();
    }
}
