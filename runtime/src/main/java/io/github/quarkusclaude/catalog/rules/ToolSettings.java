package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Tool;

/** The settings of tools beside name, description and schema, by their API names. */
final class ToolSettings {

    private static final String CUSTOM = "custom";

    private ToolSettings() {
    }

    /** Whether the application defines the tool, rather than the API. */
    static boolean isOwn(Tool tool) {
        return tool.type() == null || CUSTOM.equals(tool.type());
    }

    /** Whether the tool is of a kind the API knows, in any of its versions. */
    static boolean isKind(String kind, @Nullable List<Tool> tools) {
        return tools != null && tools.stream().anyMatch(tool -> tool.type() != null && tool.type().startsWith(kind));
    }

    /** Whether a list is there and not empty. */
    static boolean hasElements(String setting, Tool tool) {
        JsonNode value = value(setting, tool);
        return value != null && value.isArray() && !value.isEmpty();
    }

    static boolean has(String setting, Tool tool) {
        JsonNode value = value(setting, tool);
        return value != null && !value.isNull();
    }

    private static @Nullable JsonNode value(String setting, Tool tool) {
        RawJson value = tool.additionalFields().get(setting);
        return value == null ? null : value.tree();
    }
}
