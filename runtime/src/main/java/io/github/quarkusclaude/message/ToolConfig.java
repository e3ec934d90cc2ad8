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
 * What holds for one tool of a toolset.
 *
 * @param enabled whether the model may use it; what holds for the whole toolset if absent
 * @param deferLoading whether the model gets to know it only when a tool search finds it
 * @param additionalFields fields this version does not know
 */
public record ToolConfig(@Nullable Boolean enabled, @Nullable Boolean deferLoading,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** The model may use it. */
    public static final ToolConfig ENABLED = new ToolConfig(true, null, Map.of());

    /** The model may not use it. */
    public static final ToolConfig DISABLED = new ToolConfig(false, null, Map.of());

    /** The model may use it when a tool search found it. */
    public static final ToolConfig DEFERRED = new ToolConfig(true, true, Map.of());

    public ToolConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static ToolConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Boolean enabled = null;
        Boolean deferLoading = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "enabled" -> enabled = fields.bool();
                case "defer_loading" -> deferLoading = fields.bool();
                default -> fields.keep();
            }
        }
        return new ToolConfig(enabled, deferLoading, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("enabled", enabled)
                .field("defer_loading", deferLoading).end();
    }
}
