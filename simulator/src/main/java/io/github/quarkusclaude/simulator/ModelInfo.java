package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A model as the API describes it. */
final class ModelInfo {

    private static final String UNKNOWN_DAY = "1970-01-01";
    private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");
    private static final List<String> THINKING_TYPES = List.of("adaptive", "between_tools", "disabled", "enabled");
    private static final List<String> CONTEXT_EDITS = List.of("clear_thinking_20251015", "clear_tool_uses_20250919",
            "compact_20260112");

    private ModelInfo() {
    }

    static ObjectNode of(Model model, Caller caller) {
        JsonNode lifecycle = model.data().path("lifecycle");
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("type", "model");
        info.put("id", model.id());
        info.put("display_name", model.displayName());
        info.put("line", model.data().path("line").asText(null));
        info.put("lifecycle", model.lifecycle());
        info.put("created_at", startOf(lifecycle.path("released").asText(UNKNOWN_DAY)));
        info.put("deprecated_at", startOf(lifecycle.path("deprecated").asText(null)));
        info.put("retires_at", startOf(lifecycle.path("retires").asText(null)));
        putLimit(info, "max_input_tokens", model);
        putLimit(info, "max_tokens", model);
        if (model.data().has("thinking")) {
            info.set("capabilities", capabilities(model));
        } else {
            info.putNull("capabilities");
        }
        if (caller.uses(Beta.FALLBACKS)) {
            ArrayNode fallbacks = info.putArray("allowed_fallback_models");
            if (!model.id().equals(Refusal.DEFAULT_FALLBACK)) {
                fallbacks.add(Refusal.DEFAULT_FALLBACK);
            }
        }
        return info;
    }

    private static ObjectNode capabilities(Model model) {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("batch", "citations", "code_execution", "image_input", "pdf_input", "structured_outputs")) {
            put(capabilities, name, model.can(name));
        }
        ObjectNode serverTools = put(capabilities, "server_tools", model.can("tool_use"));
        put(serverTools, "web_search", model.can("tool_use"));
        put(serverTools, "code_execution", model.can("tool_use"));
        ObjectNode contextManagement = put(capabilities, "context_management", true);
        CONTEXT_EDITS.forEach(edit -> put(contextManagement, edit, true));
        ObjectNode effort = put(capabilities, "effort", EFFORTS.stream().anyMatch(model::takesEffort));
        EFFORTS.forEach(level -> put(effort, level, model.takesEffort(level)));
        ObjectNode thinking = put(capabilities, "thinking",
                takesThinking(model, "enabled") || takesThinking(model, "adaptive"));
        ObjectNode types = thinking.putObject("types");
        THINKING_TYPES.forEach(type -> put(types, type, takesThinking(model, type)));
        return capabilities;
    }

    private static boolean takesThinking(Model model, String type) {
        return !model.thinking(type).equals("no");
    }

    private static ObjectNode put(ObjectNode parent, String name, boolean supported) {
        return parent.putObject(name).put("supported", supported);
    }

    private static void putLimit(ObjectNode info, String name, Model model) {
        if (model.limit(name).isPresent()) {
            info.put(name, model.limit(name).getAsLong());
        } else {
            info.putNull(name);
        }
    }

    private static String startOf(String day) {
        return day == null ? null : day + "T00:00:00Z";
    }
}
