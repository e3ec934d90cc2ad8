package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
 * A choice of tools.
 *
 * @param type {@code all}, {@code none}, {@code only} or {@code except}
 * @param tools the tools, with {@code only} and {@code except}
 * @param additionalFields fields this version does not know
 */
public record ToolFilter(@Nullable String type, @Nullable List<ToolTarget> tools,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** All tools. */
    public static final ToolFilter ALL = new ToolFilter("all", null, Map.of());

    /** No tool. */
    public static final ToolFilter NONE = new ToolFilter("none", null, Map.of());

    public ToolFilter {
        tools = tools == null ? null : List.copyOf(tools);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** These tools. */
    public static ToolFilter only(String... names) {
        return new ToolFilter("only", Arrays.stream(names).map(ToolTarget::tool).toList(), Map.of());
    }

    /** All tools but these. */
    public static ToolFilter except(String... names) {
        return new ToolFilter("except", Arrays.stream(names).map(ToolTarget::tool).toList(), Map.of());
    }

    static ToolFilter readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        List<ToolTarget> tools = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "tools" -> tools = fields.objects(ToolTarget::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolFilter(type, tools, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .objects("tools", tools).end();
    }
}
