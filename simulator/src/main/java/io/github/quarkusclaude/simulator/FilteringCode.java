package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Code that calls tools of the web, so that the model need not read all they find. */
final class FilteringCode {

    private static final String DIRECT = "direct";
    private static final String USUAL = "code_execution_20260120";

    private FilteringCode() {
    }

    /**
     * Tells whether a tool is called by code. The simulator calls it directly if it may, unless the caller shows that calls by
     * code are expected, by leaving their results out.
     */
    static boolean calls(JsonNode tool) {
        if (!tool.path("type").asText().startsWith("web_")) {
            return false;
        }
        JsonNode callers = tool.path("allowed_callers");
        boolean direct = StreamSupport.stream(callers.spliterator(), false).anyMatch(caller -> caller.asText().equals(DIRECT));
        return callers.isEmpty() ? isExcluded(tool) : !direct;
    }

    /** The calls as if code had made them, with the code. */
    static ServerToolUse around(ServerToolCall code, List<ServerToolUse> calls) {
        String caller = code.tool().path("allowed_callers").path(0).asText(USUAL);
        StringBuilder program = new StringBuilder();
        for (ServerToolUse use : calls) {
            use.call().putObject("caller").put("type", caller).put("tool_id", code.id());
            use.result().putObject("caller").put("type", caller).put("tool_id", code.id());
            program.append("print(await ").append(use.name()).append('(').append(use.call().path("input")).append("))\n");
        }
        String said = calls.get(calls.size() - 1).said();
        ObjectNode result = code.result("code_execution_tool_result");
        result.putObject("content").put("type", "code_execution_result").put("stdout", said + "\n").put("stderr", "")
                .put("return_code", 0).putArray("content");
        ObjectNode call = code.call("code_execution", ServerToolCall.input("code", program.toString()));
        return new ServerToolUse(call, result, said, calls, !isExcluded(code.tool()));
    }

    private static boolean isExcluded(JsonNode tool) {
        return tool.path("response_inclusion").asText().equals("excluded");
    }
}
