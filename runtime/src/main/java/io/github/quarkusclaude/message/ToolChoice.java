package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Whether the model may, must or must not use tools.
 *
 * @param type {@code auto}, {@code any}, {@code tool} or {@code none}
 * @param name the tool it must use, with type {@code tool}
 * @param disableParallelToolUse whether it may ask for one tool at most
 * @param additionalFields fields this version does not know
 */
public record ToolChoice(@Nullable String type, @Nullable String name, @Nullable Boolean disableParallelToolUse,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** The model decides; what the API does by default when there are tools. */
    public static final ToolChoice AUTO = new ToolChoice("auto", null, null, Map.of());

    /** The model must use a tool. Not every model accepts this. */
    public static final ToolChoice ANY = new ToolChoice("any", null, null, Map.of());

    /** The model must not use a tool. */
    public static final ToolChoice NONE = new ToolChoice("none", null, null, Map.of());

    public ToolChoice {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The model must use this tool. Not every model accepts this. */
    public static ToolChoice tool(String name) {
        return new ToolChoice("tool", name, null, Map.of());
    }

    /** This choice, with one tool at a time at most. */
    public ToolChoice withoutParallelToolUse() {
        return new ToolChoice(type, name, true, additionalFields);
    }

    static ToolChoice readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String name = null;
        Boolean disableParallelToolUse = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "name" -> name = fields.text();
                case "disable_parallel_tool_use" -> disableParallelToolUse = fields.bool();
                default -> fields.keep();
            }
        }
        return new ToolChoice(type, name, disableParallelToolUse, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).field("name", name)
                .field("disable_parallel_tool_use", disableParallelToolUse).end();
    }
}
