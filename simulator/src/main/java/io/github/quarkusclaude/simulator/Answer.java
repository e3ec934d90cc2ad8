package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A finished message.
 *
 * @param message everything but the content, which is an empty array here
 */
record Answer(ObjectNode message, List<AnswerBlock> blocks) {

    /** Takes a message apart, so that it can be streamed. */
    static Answer of(JsonNode message) {
        List<AnswerBlock> blocks = new ArrayList<>();
        message.path("content").forEach(block -> blocks.add(block((ObjectNode) block)));
        ObjectNode envelope = message.deepCopy();
        envelope.putArray("content");
        return new Answer(envelope, blocks);
    }

    long outputTokens() {
        return message.at("/usage/output_tokens").asLong(0);
    }

    Optional<String> containerId() {
        return Optional.ofNullable(message.at("/container/id").textValue());
    }

    ObjectNode toJson() {
        ObjectNode json = message.deepCopy();
        ArrayNode content = json.putArray("content");
        blocks.forEach(block -> content.add(block.whole()));
        return json;
    }

    private static AnswerBlock block(ObjectNode block) {
        return switch (block.path("type").asText()) {
            case "text" -> new TextBlock(new WrittenProse(block.path("text").asText()), citations(block));
            case "thinking" -> new ThinkingBlock(new WrittenProse(block.path("thinking").asText()),
                    block.path("signature").asText(), false);
            case "tool_use", "server_tool_use", "mcp_tool_use" -> new ToolUseBlock(block, block.path("input").toString());
            case "compaction" -> new CompactionBlock(block.path("content").asText(), block.path("encrypted_content").asText());
            default -> new VerbatimBlock(block);
        };
    }

    private static ArrayNode citations(ObjectNode block) {
        return block.path("citations") instanceof ArrayNode citations ? citations : block.arrayNode();
    }
}
