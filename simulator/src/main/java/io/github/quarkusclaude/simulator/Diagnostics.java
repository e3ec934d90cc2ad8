package io.github.quarkusclaude.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Explains why the prompt cache could not help, by comparison with an earlier request. */
final class Diagnostics {

    private static final int MOST_REQUESTS = 1_000;

    private final Map<String, ObjectNode> bodies = new LinkedHashMap<>();

    /** What the answer tells, for a request that asks for it; {@code null} in JSON if there is nothing to explain. */
    synchronized JsonNode explain(MessagesRequest request, String messageId, long inputTokens) {
        String previousId = request.body().at("/diagnostics/previous_message_id").asText("");
        ObjectNode previous = bodies.get(previousId);
        if (!request.batched()) {
            bodies.put(messageId, request.body());
            if (bodies.size() > MOST_REQUESTS) {
                bodies.remove(bodies.keySet().iterator().next());
            }
        }
        if (previousId.isEmpty() || request.body().at("/diagnostics/previous_message_id").isNull()) {
            return NullNode.getInstance();
        }
        if (previous == null) {
            return reason("previous_message_not_found");
        }
        for (String part : new String[] { "model", "tools", "system" }) {
            if (!previous.path(part).equals(request.body().path(part))) {
                return missed(part + "_changed", inputTokens);
            }
        }
        return startsWith(request.body().path("messages"), previous.path("messages")) ? NullNode.getInstance()
                : missed("messages_changed", inputTokens);
    }

    private static boolean startsWith(JsonNode messages, JsonNode earlier) {
        boolean same = messages.size() >= earlier.size();
        for (int i = 0; i < earlier.size() && same; i++) {
            same = messages.get(i).equals(earlier.get(i));
        }
        return same;
    }

    private static ObjectNode missed(String type, long tokens) {
        ObjectNode diagnostics = reason(type);
        ((ObjectNode) diagnostics.path("cache_miss_reason")).put("cache_missed_input_tokens", tokens);
        return diagnostics;
    }

    private static ObjectNode reason(String type) {
        ObjectNode diagnostics = JsonNodeFactory.instance.objectNode();
        diagnostics.putObject("cache_miss_reason").put("type", type);
        return diagnostics;
    }
}
