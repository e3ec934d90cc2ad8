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
 * The model asks the application to run a tool. Answer with a {@link ToolResultBlock} in the next message.
 *
 * @param id what the result refers to
 * @param name the name of the tool, or of the member of a toolset
 * @param input the arguments, as the model wrote them
 * @param caller who called the tool: the model, or code it runs on the API's servers
 * @param toolsetName the toolset the tool is a member of; the result must name it too
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ToolUseBlock(@Nullable String id, @Nullable String name, RawJson input, @Nullable Caller caller,
        @Nullable String toolsetName, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "tool_use";

    public ToolUseBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** This block with other arguments. */
    public ToolUseBlock withInput(RawJson input) {
        return new ToolUseBlock(id, name, input, caller, toolsetName, cacheControl, additionalFields);
    }

    /** This block with another name. */
    public ToolUseBlock withName(@Nullable String name) {
        return new ToolUseBlock(id, name, input, caller, toolsetName, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ToolUseBlock read(FieldReader fields) throws IOException {
        String id = null;
        String name = null;
        RawJson input = null;
        Caller caller = null;
        String toolsetName = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "id" -> id = fields.text();
                case "name" -> name = fields.text();
                case "input" -> input = fields.raw();
                case "caller" -> caller = fields.object(Caller::readFrom);
                case "toolset_name" -> toolsetName = fields.text();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolUseBlock(id, name, input == null ? RawJson.EMPTY_OBJECT : input, caller, toolsetName, cacheControl,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("id", id)
                .field("name", name)
                .fieldOrKept("input", input, RawJson.EMPTY_OBJECT)
                .field("caller", caller)
                .field("toolset_name", toolsetName)
                .field("cache_control", cacheControl).end();
    }
}
