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
 * Adds a tool to the conversation, or removes one, from here on. Stands in a message of {@link Role#SYSTEM}.
 *
 * @param type {@code tool_addition} or {@code tool_removal}
 * @param tool which tool
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ToolChangeBlock(@Nullable String type, @Nullable ToolTarget tool, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String ADDITION = "tool_addition";
    static final String REMOVAL = "tool_removal";

    public ToolChangeBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** From here on the model may use a tool. */
    public static ToolChangeBlock add(ToolTarget tool) {
        return new ToolChangeBlock(ADDITION, tool, null, Map.of());
    }

    /** From here on the model may not use a tool any more. */
    public static ToolChangeBlock remove(ToolTarget tool) {
        return new ToolChangeBlock(REMOVAL, tool, null, Map.of());
    }

    static ToolChangeBlock read(FieldReader fields) throws IOException {
        ToolTarget tool = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool" -> tool = fields.object(ToolTarget::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolChangeBlock(fields.type(), tool, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("tool", tool)
                .field("cache_control", cacheControl).end();
    }
}
