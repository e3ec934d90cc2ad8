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
 * @param toolsetName the toolset that the tool use named, if it named one
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ToolResultBlock(@Nullable String toolUseId, @Nullable Content content, @Nullable Boolean isError,
        @Nullable String toolsetName, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "tool_result";

    public ToolResultBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The result of a tool as text. */
    public static ToolResultBlock of(String toolUseId, String result) {
        return of(toolUseId, Content.of(result));
    }

    /** The result of a tool as text or blocks: text, images, documents, search results, tool references. */
    public static ToolResultBlock of(String toolUseId, Content result) {
        return new ToolResultBlock(toolUseId, result, null, null, null, Map.of());
    }

    /** The result of a tool as text, for a tool use as it arrived: also of a toolset. */
    public static ToolResultBlock of(ToolUseBlock toolUse, String result) {
        return of(toolUse, Content.of(result));
    }

    /** The result of a tool as text or blocks, for a tool use as it arrived: also of a toolset. */
    public static ToolResultBlock of(ToolUseBlock toolUse, Content result) {
        return new ToolResultBlock(toolUse.id(), result, null, toolUse.toolsetName(), null, Map.of());
    }

    /** The failure of a tool; the model reads the text and can try otherwise. */
    public static ToolResultBlock error(String toolUseId, String message) {
        return new ToolResultBlock(toolUseId, Content.of(message), true, null, null, Map.of());
    }

    /** The failure of a tool, for a tool use as it arrived: also of a toolset. */
    public static ToolResultBlock error(ToolUseBlock toolUse, String message) {
        return new ToolResultBlock(toolUse.id(), Content.of(message), true, toolUse.toolsetName(), null, Map.of());
    }

    /** This block with a prompt cache breakpoint. */
    public ToolResultBlock withCacheControl(CacheControl cacheControl) {
        return new ToolResultBlock(toolUseId, content, isError, toolsetName, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ToolResultBlock read(FieldReader fields) throws IOException {
        String toolUseId = null;
        Content content = null;
        Boolean isError = null;
        String toolsetName = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool_use_id" -> toolUseId = fields.text();
                case "content" -> content = fields.arrayOrText(Content::readFrom);
                case "is_error" -> isError = fields.bool();
                case "toolset_name" -> toolsetName = fields.text();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolResultBlock(toolUseId, content, isError, toolsetName, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("tool_use_id", toolUseId)
                .field("content", content)
                .field("is_error", isError)
                .field("toolset_name", toolsetName)
                .field("cache_control", cacheControl).end();
    }
}
