package io.github.quarkusclaude.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every tool call is answered at once: by a result, at the start of the very next message of the user. */
final class ToolTurnsCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        List<Turn> turns = request.turns();
        Set<String> called = Set.of();
        Located call = request.root();
        for (Turn turn : turns) {
            if (turn.is("user")) {
                checkResults(turn, new LinkedHashSet<>(called));
                called = Set.of();
            } else if (!called.isEmpty()) {
                break;
            }
            if (turn.is("assistant")) {
                called = calls(turn);
                call = called.isEmpty() ? call : turn.blocks("tool_use").get(0);
            }
        }
        if (!called.isEmpty()) {
            throw call.reject("tool_use must be followed by tool_result blocks in the next message; missing for " + called);
        }
        checkThinkingBeforeCalls(request, turns);
    }

    private static Set<String> calls(Turn turn) {
        Set<String> ids = new LinkedHashSet<>();
        for (Located call : turn.blocks("tool_use")) {
            if (!ids.add(call.node().path("id").asText())) {
                throw call.field("id").reject("tool_use ids must be unique");
            }
        }
        return ids;
    }

    private static void checkResults(Turn turn, Set<String> open) {
        boolean other = false;
        for (Located block : turn.blocks()) {
            if (!Turn.type(block).equals("tool_result")) {
                other = true;
                continue;
            }
            Located id = block.field("tool_use_id");
            if (!open.remove(id.text())) {
                throw id.reject("\"" + id.text() + "\" answers no tool_use block of the previous message");
            }
            if (other) {
                throw block.reject("tool_result blocks must come first in a message");
            }
        }
        if (!open.isEmpty()) {
            throw turn.blocks().get(0).reject("tool_use ids without tool_result in this message: " + open);
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
