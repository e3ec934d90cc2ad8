package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives a piece of advice that is always right. */
final class Advisor implements ServerTool {

    private static final Set<String> ASKING = Set.of("advice", "advise", "advisor");

    @Override
    public boolean carriesOut(String type) {
        return type.startsWith("advisor_");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        if (!forced && !call.asksForAny(ASKING)) {
            return List.of();
        }
        String advice = ServerToolCall.SIMULATED + "Test it with a real model before you rely on it.";
        ObjectNode result = call.result("advisor_tool_result");
        result.putObject("content").put("type", "advisor_result").put("text", advice).put("stop_reason", "end_turn");
        return List.of(
                new ServerToolUse(call.call("advisor", JsonNodeFactory.instance.objectNode()), result, advice));
    }
}
