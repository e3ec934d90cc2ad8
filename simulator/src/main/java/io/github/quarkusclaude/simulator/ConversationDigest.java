package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A number for all that was said up to some place of a conversation: the system prompt, the tools, and the blocks but for
 * thinking. Breakpoints of the cache make no difference, nor does what was said before it was summed up.
 */
final class ConversationDigest {

    private final long start;
    private long value;

    /** The digest of a conversation in which nobody has said anything. */
    ConversationDigest(MessagesRequest request) {
        long system = Variety.hash(0, "system");
        for (Located block : Turn.blocks(request.field("system"))) {
            system = digest(system, block.node());
        }
        long tools = 0;
        for (JsonNode tool : request.body().path("tools")) {
            // those that are still to be found are not part of the prompt
            if (!tool.path("defer_loading").asBoolean(false)) {
                tools += digest(1, tool);
            }
        }
        start = system ^ tools;
        value = start;
    }

    static boolean isThinking(String type) {
        return type.equals("thinking") || type.equals("redacted_thinking");
    }

    void add(String role, JsonNode block) {
        String type = block.path("type").asText();
        if (isThinking(type)) {
            return;
        }
        value = digest(Variety.hash(type.equals("compaction") ? start : value, role), block);
    }

    long value() {
        return value;
    }

    private static long digest(long hash, JsonNode node) {
        long digest = hash;
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            fields.remove("cache_control");
            fields.values().removeIf(JsonNode::isNull);
            for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
                digest = digest(Variety.hash(digest, field.getKey()), field.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                digest = digest(Variety.hash(digest, "["), item);
            }
        } else {
            digest = Variety.hash(digest, node.asText());
        }
        return digest;
    }
}
