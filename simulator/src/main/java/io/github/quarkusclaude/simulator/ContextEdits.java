package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the edits of {@code context_management} do to a conversation.
 *
 * @param applied the edits that had something to do
 * @param clearedTokens the input tokens they saved
 * @param compacting the edit that sums up the conversation, if it is due; missing if not
 */
record ContextEdits(ArrayNode applied, long clearedTokens, JsonNode compacting) {

    private static final long USUAL_TOOL_TRIGGER = 100_000;
    private static final long USUAL_COMPACT_TRIGGER = 150_000;
    private static final int USUAL_KEPT_TOOL_USES = 3;
    private static final int USUAL_KEPT_THINKING_TURNS = 1;

    static ContextEdits of(MessagesRequest request, long inputTokens) {
        ArrayNode applied = JsonNodeFactory.instance.arrayNode();
        JsonNode compacting = MissingNode.getInstance();
        long cleared = 0;
        for (JsonNode edit : request.body().at("/context_management/edits")) {
            switch (edit.path("type").asText()) {
                case "clear_thinking_20251015" -> cleared += clearThinking(edit, request, applied);
                case "clear_tool_uses_20250919" -> cleared += clearToolUses(edit, request, inputTokens, applied);
                default -> compacting = inputTokens - cleared >= edit.at("/trigger/value").asLong(USUAL_COMPACT_TRIGGER) ? edit
                        : compacting;
            }
        }
        return new ContextEdits(applied, cleared, compacting);
    }

    private static long clearThinking(JsonNode edit, MessagesRequest request, ArrayNode applied) {
        JsonNode keep = edit.path("keep");
        if (keep.asText().equals("all") || keep.path("type").asText().equals("all")) {
            return 0;
        }
        List<List<Located>> turns = new ArrayList<>();
        for (Turn turn : request.turns()) {
            List<Located> thinking = turn.blocks("thinking");
            if (!thinking.isEmpty()) {
                turns.add(thinking);
            }
        }
        int clear = turns.size() - keep.path("value").asInt(USUAL_KEPT_THINKING_TURNS);
        long tokens = turns.stream().limit(Math.max(0, clear)).flatMap(List::stream)
                .mapToLong(block -> TokenEstimate.ofBlock(block.node())).sum();
        if (clear > 0) {
            applied.addObject().put("type", "clear_thinking_20251015").put("cleared_thinking_turns", clear)
                    .put("cleared_input_tokens", tokens);
        }
        return tokens;
    }

    private static long clearToolUses(JsonNode edit, MessagesRequest request, long inputTokens, ArrayNode applied) {
        List<JsonNode> uses = new ArrayList<>();
        request.turns().forEach(turn -> turn.blocks("tool_use").forEach(use -> uses.add(use.node())));
        boolean byUses = edit.at("/trigger/type").asText().equals("tool_uses");
        long trigger = edit.at("/trigger/value").asLong(USUAL_TOOL_TRIGGER);
        int clear = uses.size() - edit.at("/keep/value").asInt(USUAL_KEPT_TOOL_USES);
        if ((byUses ? uses.size() : inputTokens) < trigger || clear <= 0) {
            return 0;
        }
        List<String> excluded = new ArrayList<>();
        edit.path("exclude_tools").forEach(name -> excluded.add(name.asText()));
        long tokens = 0;
        int cleared = 0;
        for (JsonNode use : uses.subList(0, clear)) {
            if (!excluded.contains(use.path("name").asText())) {
                tokens += result(use, request).map(TokenEstimate::ofBlock).orElse(0L);
                tokens += isCleared(use, edit.path("clear_tool_inputs")) ? TokenEstimate.ofBlock(use) : 0;
                cleared++;
            }
        }
        if (cleared == 0 || tokens < edit.at("/clear_at_least/value").asLong(0)) {
            return 0;
        }
        applied.addObject().put("type", "clear_tool_uses_20250919").put("cleared_tool_uses", cleared)
                .put("cleared_input_tokens", tokens);
        return tokens;
    }

    private static boolean isCleared(JsonNode use, JsonNode inputs) {
        if (!inputs.isArray()) {
            return inputs.asBoolean(false);
        }
        for (JsonNode name : inputs) {
            if (name.asText().equals(use.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<JsonNode> result(JsonNode use, MessagesRequest request) {
        return request.turns().stream()
                .flatMap(turn -> turn.blocks("tool_result").stream())
                .map(Located::node)
                .filter(block -> block.path("tool_use_id").equals(use.path("id")))
                .findFirst();
    }
}
