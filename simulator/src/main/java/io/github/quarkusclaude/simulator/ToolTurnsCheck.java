package io.github.quarkusclaude.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every tool call is answered at once: by a result, at the start of the very next message of the user. */
final class ToolTurnsCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        List<Turn> turns = request.turns();
        Map<String, Located> called = Map.of();
        Located call = request.root();
        for (Turn turn : turns) {
            if (turn.is("user")) {
                checkResults(turn, new LinkedHashMap<>(called));
                called = Map.of();
            } else if (!called.isEmpty()) {
                break;
            }
            if (turn.is("assistant")) {
                called = calls(turn);
                call = called.isEmpty() ? call : turn.blocks("tool_use").get(0);
            }
        }
        if (!called.isEmpty()) {
            throw call.reject(
                    "tool_use must be followed by tool_result blocks in the next message; missing for " + called.keySet());
        }
        checkThinkingBeforeCalls(request, turns);
    }

    private static Map<String, Located> calls(Turn turn) {
        Map<String, Located> ids = new LinkedHashMap<>();
        for (Located call : turn.blocks("tool_use")) {
            if (ids.put(call.node().path("id").asText(), call) != null) {
                throw call.field("id").reject("tool_use ids must be unique");
            }
        }
        return ids;
    }

    private static void checkResults(Turn turn, Map<String, Located> open) {
        boolean other = false;
        for (Located block : turn.blocks()) {
            if (!Turn.type(block).equals("tool_result")) {
                other = true;
                continue;
            }
            Located id = block.field("tool_use_id");
            Located call = open.remove(id.text());
            if (call == null) {
                throw id.reject("\"" + id.text() + "\" answers no tool_use block of the previous message");
            }
            if (!call.node().path("toolset_name").equals(block.node().path("toolset_name"))) {
                throw block.field("toolset_name").reject("must be the toolset_name of the tool_use block it answers");
            }
            if (other) {
                throw block.reject("tool_result blocks must come first in a message");
            }
        }
        if (!open.isEmpty()) {
            throw turn.blocks().get(0).reject("tool_use ids without tool_result in this message: " + open.keySet());
        }
    }

    /** With a thinking budget, the turn that calls a tool must come back with the thinking it started with. */
    private static void checkThinkingBeforeCalls(MessagesRequest request, List<Turn> turns) {
        int last = turns.size() - 1;
        if (!request.thinking().equals("enabled") || last < 1 || turns.get(last).blocks("tool_result").isEmpty()) {
            return;
        }
        Located first = turns.get(last - 1).blocks().get(0);
        if (!Set.of("thinking", "redacted_thinking").contains(Turn.type(first))) {
            throw first.field("type").reject("a turn that calls tools must start with a thinking block, found "
                    + Turn.type(first));
        }
    }
}
