package io.github.quarkusclaude.message;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/**
 * A piece of a message. The blocks of an answer can be sent back as they are.
 */
public sealed interface ContentBlock extends ApiObject
        permits TextBlock, ImageBlock, DocumentBlock, SearchResultBlock, ThinkingBlock, RedactedThinkingBlock, ToolUseBlock,
        ToolResultBlock, ToolReferenceBlock, ServerToolUseBlock, ServerToolResultBlock, ContainerUploadBlock,
        McpToolUseBlock, McpToolResultBlock, McpToolListingBlock, CompactionBlock, FallbackBlock, ToolChangeBlock, RawBlock {

    /** The API's word for the kind of block; absent only if a server left it out. */
    @Nullable
    String type();

    /** A prompt cache breakpoint on this block; always absent on kinds that cannot carry one. */
    default @Nullable CacheControl cacheControl() {
        return null;
    }

    /**
     * Decodes a block from JSON.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    static ContentBlock fromJson(String json) {
        return ApiJson.decode(json, ContentBlock::readFrom);
    }

    /** Decodes a block from where the reader stands. */
    static ContentBlock readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        if (type == null) {
            return RawBlock.read(fields);
        }
        return switch (type) {
            case TextBlock.TYPE -> TextBlock.read(fields);
            case ImageBlock.TYPE -> ImageBlock.read(fields);
            case DocumentBlock.TYPE -> DocumentBlock.read(fields);
            case SearchResultBlock.TYPE -> SearchResultBlock.read(fields);
            case ThinkingBlock.TYPE -> ThinkingBlock.read(fields);
            case RedactedThinkingBlock.TYPE -> RedactedThinkingBlock.read(fields);
            case ToolUseBlock.TYPE -> ToolUseBlock.read(fields);
            case ToolResultBlock.TYPE -> ToolResultBlock.read(fields);
            case ToolReferenceBlock.TYPE -> ToolReferenceBlock.read(fields);
            case ServerToolUseBlock.TYPE -> ServerToolUseBlock.read(fields);
            case ServerToolResultBlock.WEB_SEARCH, ServerToolResultBlock.WEB_FETCH, ServerToolResultBlock.CODE_EXECUTION,
                    ServerToolResultBlock.BASH, ServerToolResultBlock.TEXT_EDITOR, ServerToolResultBlock.TOOL_SEARCH,
                    ServerToolResultBlock.ADVISOR ->
                ServerToolResultBlock.read(fields);
            case ContainerUploadBlock.TYPE -> ContainerUploadBlock.read(fields);
            case McpToolUseBlock.TYPE -> McpToolUseBlock.read(fields);
            case McpToolResultBlock.TYPE -> McpToolResultBlock.read(fields);
            case McpToolListingBlock.TYPE -> McpToolListingBlock.read(fields);
            case CompactionBlock.TYPE -> CompactionBlock.read(fields);
            case FallbackBlock.TYPE -> FallbackBlock.read(fields);
            case ToolChangeBlock.ADDITION, ToolChangeBlock.REMOVAL -> ToolChangeBlock.read(fields);
            default -> RawBlock.read(fields);
        };
    }
}
