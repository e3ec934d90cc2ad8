package io.github.quarkusclaude.tool;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;

/**
 * What a tool gives back to the model.
 *
 * @param content what the model reads; absent if there is nothing to say
 * @param isError whether the tool failed
 */
public record ToolResult(@Nullable Content content, boolean isError) {

    /** The tool did what it should and has nothing to say. */
    public static final ToolResult EMPTY = new ToolResult(null, false);

    /** A text. */
    public static ToolResult of(String text) {
        return new ToolResult(Content.of(text), false);
    }

    /** Texts, images, documents and search results. */
    public static ToolResult of(ContentBlock... blocks) {
        return of(List.of(blocks));
    }

    /** Texts, images, documents and search results. */
    public static ToolResult of(List<? extends ContentBlock> blocks) {
        return blocks.isEmpty() ? EMPTY : new ToolResult(Content.of(blocks), false);
    }

    /**
     * A value, which the model reads as JSON.
     *
     * @param value what {@link RawJson#from(Object)} takes
     * @throws IllegalArgumentException if no JSON can be made of it
     */
    public static ToolResult json(Object value) {
        return of(RawJson.from(value).toString());
    }

    /** The tool failed; the model reads why and can try otherwise. */
    public static ToolResult error(String message) {
        return new ToolResult(Content.of(message), true);
    }

    /** The text of the result; empty if it has none. */
    public String text() {
        return content == null ? "" : content.text();
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "ToolResult[isError=" + isError + "]";
    }
}
