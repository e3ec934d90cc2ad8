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
 * What a tool that the API runs itself gave back. Send it back unchanged.
 *
 * @param type the API's word for the kind of block, which ends in {@code _tool_result}
 * @param toolUseId the id of the {@link ServerToolUseBlock} this answers
 * @param content the result, or a {@link ServerToolError}
 * @param caller who called the tool: the model, or code it runs
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ServerToolResultBlock(@Nullable String type, @Nullable String toolUseId, @Nullable ServerToolResult content,
        @Nullable Caller caller, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String WEB_SEARCH = "web_search_tool_result";
    static final String WEB_FETCH = "web_fetch_tool_result";
    static final String CODE_EXECUTION = "code_execution_tool_result";
    static final String BASH = "bash_code_execution_tool_result";
    static final String TEXT_EDITOR = "text_editor_code_execution_tool_result";
    static final String TOOL_SEARCH = "tool_search_tool_result";
    static final String ADVISOR = "advisor_tool_result";

    public ServerToolResultBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Whether the tool failed. */
    public boolean isError() {
        return content instanceof ServerToolError;
    }

    static ServerToolResultBlock read(FieldReader fields) throws IOException {
        String toolUseId = null;
        ServerToolResult content = null;
        Caller caller = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool_use_id" -> toolUseId = fields.text();
                case "content" -> content = fields.objectOrArray(ServerToolResult::readFrom);
                case "caller" -> caller = fields.object(Caller::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ServerToolResultBlock(fields.type(), toolUseId, content, caller, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("tool_use_id", toolUseId)
                .field("content", content)
                .field("caller", caller)
                .field("cache_control", cacheControl).end();
    }
}
