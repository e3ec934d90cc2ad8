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
 * Names a tool whose definition was deferred, so that the model gets to know it. Stands in the result of a tool search,
 * the application's own included.
 *
 * @param toolName the name of the tool
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ToolReferenceBlock(@Nullable String toolName, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "tool_reference";

    public ToolReferenceBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A tool of the request. */
    public static ToolReferenceBlock of(String toolName) {
        return new ToolReferenceBlock(toolName, null, Map.of());
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ToolReferenceBlock read(FieldReader fields) throws IOException {
        String toolName = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool_name" -> toolName = fields.text();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolReferenceBlock(toolName, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("tool_name", toolName)
                .field("cache_control", cacheControl).end();
    }
}
