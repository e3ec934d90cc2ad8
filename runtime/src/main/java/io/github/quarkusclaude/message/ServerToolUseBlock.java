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
 * The model used a tool that the API runs itself, such as web search. The result is a {@link ServerToolResultBlock};
 * {@link Message#serverToolCalls()} puts the two together.
 *
 * @param id what the result refers to
 * @param name the name of the tool, for example {@code web_search} or {@code bash_code_execution}
 * @param input the arguments, as the model wrote them
 * @param caller who called the tool: the model, or code it runs
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ServerToolUseBlock(@Nullable String id, @Nullable String name, RawJson input, @Nullable Caller caller,
        @Nullable CacheControl cacheControl, Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "server_tool_use";

    public ServerToolUseBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** This block with other arguments. */
    public ServerToolUseBlock withInput(RawJson input) {
        return new ServerToolUseBlock(id, name, input, caller, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ServerToolUseBlock read(FieldReader fields) throws IOException {
        String id = null;
        String name = null;
        RawJson input = null;
        Caller caller = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "id" -> id = fields.text();
                case "name" -> name = fields.text();
                case "input" -> input = fields.raw();
                case "caller" -> caller = fields.object(Caller::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ServerToolUseBlock(id, name, input == null ? RawJson.EMPTY_OBJECT : input, caller, cacheControl,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("id", id)
                .field("name", name)
                .fieldOrKept("input", input, RawJson.EMPTY_OBJECT)
                .field("caller", caller)
                .field("cache_control", cacheControl).end();
    }
}
