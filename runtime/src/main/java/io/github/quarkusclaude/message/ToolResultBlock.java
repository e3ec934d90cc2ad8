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
 * What a tool gave back, or why it failed. Stands first in the user message that follows the {@link ToolUseBlock}.
 *
 * @param toolUseId the id of the tool use this answers
 * @param content the result; may be left out
 * @param isError whether the tool failed
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ToolResultBlock(@Nullable String toolUseId, @Nullable Content content, @Nullable Boolean isError,
        @Nullable CacheControl cacheControl, Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "tool_result";

    public ToolResultBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The result of a tool as text. */
    public static ToolResultBlock of(String toolUseId, String result) {
        return new ToolResultBlock(toolUseId, Content.of(result), null, null, Map.of());
    }

    /** The failure of a tool; the model reads the text and can try otherwise. */
    public static ToolResultBlock error(String toolUseId, String message) {
        return new ToolResultBlock(toolUseId, Content.of(message), true, null, Map.of());
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ToolResultBlock read(FieldReader fields) throws IOException {
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
        return new ToolResultBlock(toolUseId, content, isError, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("tool_use_id", toolUseId).field("content", content)
                .field("is_error", isError).field("cache_control", cacheControl).end();
    }
}
