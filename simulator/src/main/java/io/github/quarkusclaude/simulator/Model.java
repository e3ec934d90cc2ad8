package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A model and what it takes. What the catalogue does not know is allowed: only a documented limit is a reason to refuse a
 * request.
 */
record Model(String id, JsonNode data) {

    /** A model about which nothing is known, and to which therefore everything may be sent. */
    static Model unrestricted(String id) {
        return new Model(id, MissingNode.getInstance());
    }

    String displayName() {
        return data.path("display_name").asText(id);
    }

    /** The models that share its rate limits. */
    String limitClass() {
        return data.path("line").asText(id);
    }

    String lifecycle() {
        return data.at("/lifecycle/status").asText("active");
    }

    boolean isRetired() {
        return lifecycle().equals("retired");
    }

    List<String> aliases() {
        return texts(data.path("aliases"));
    }

    /** A number from the limits, for example {@code max_tokens}. */
    OptionalLong limit(String name) {
        JsonNode limit = data.path("limits").path(name);
        return limit.isNumber() ? OptionalLong.of(limit.longValue()) : OptionalLong.empty();
    }

    /** False only if the catalogue says that the model lacks this capability. */
    boolean can(String capability) {
        return data.path("capabilities").path(capability).asBoolean(true);
    }

    /** {@code yes}, {@code no} or {@code without_manual_thinking}. */
    String forcedToolChoice() {
        return data.at("/capabilities/forced_tool_choice").asText("yes");
    }

    /** Whether a {@code thinking.type} is taken: {@code yes}, {@code no} or {@code up_to_high_effort}. */
    String thinking(String type) {
        JsonNode known = data.path("thinking").path(type);
        if (known.isBoolean()) {
            return known.booleanValue() ? "yes" : "no";
        }
        return known.asText("yes");
    }

    boolean thinks() {
        return Stream.of("adaptive", "enabled", "between_tools").anyMatch(type -> !thinking(type).equals("no"));
    }

    /** Whether thinking is taken back only in the conversation it comes from. */
    boolean bindsThinkingToConversation() {
        return data.at("/thinking/bound_to_conversation").asBoolean(false);
    }

    boolean thinksWhenNotAsked() {
        return data.at("/thinking/when_omitted").asText("off").equals("adaptive");
    }

    String thinkingDisplay() {
        return data.at("/thinking/display").asText("omitted");
    }

    boolean takesEffort(String level) {
        JsonNode levels = data.at("/effort/levels");
        return !levels.isArray() || texts(levels).contains(level);
    }

    String defaultEffort() {
        return data.at("/effort/default").asText("high");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
