package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pretends to run code: it can calculate, and write one file. */
final class CodeExecution implements ServerTool {

    static final String FIRST = "code_execution_20250522";

    private static final Set<String> ASKING = Set.of("run", "execute", "code", "python", "script", "bash", "shell", "plot",
            "chart", "program");
    private static final Set<String> ASKING_FOR_FILE = Set.of("file", "plot", "chart", "save", "csv", "spreadsheet");

    private final FileStore files;

    CodeExecution(FileStore files) {
        this.files = files;
    }

    @Override
    public boolean carriesOut(String type) {
        return type.startsWith("code_execution_");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        if (!forced && !call.asksForAny(ASKING)) {
            return List.of();
        }
        // the first version of the tool ran Python only, later ones have a shell
        boolean first = call.tool().path("type").asText().equals(FIRST);
        String name = first ? "code_execution" : "bash_code_execution";
        String expression = Arithmetic.find(call.prompt().text()).orElse("1 + 1");
        String printed;
        try {
            printed = Arithmetic.evaluate(expression).toPlainString();
        } catch (ArithmeticException e) {
            printed = "undefined";
        }
        String code = first ? "print(" + expression + ")" : "python3 -c 'print(" + expression + ")'";
        ObjectNode result = call.result(name + "_tool_result");
        ObjectNode content = result.putObject("content").put("type", name + "_result")
                .put("stdout", printed + "\n").put("stderr", "").put("return_code", 0);
        ArrayNode outputs = content.putArray("content");
        if (call.asksForAny(ASKING_FOR_FILE)) {
            outputs.addObject().put("type", name + "_output").put("file_id", file(call, printed));
        }
        return List.of(new ServerToolUse(call.call(name, ServerToolCall.input(first ? "code" : "command", code)), result,
                ServerToolCall.SIMULATED + "The code printed " + printed + "."));
    }

    private String file(ServerToolCall call, String printed) {
        String id = "file_" + call.id().substring(call.id().indexOf('_') + 1);
        byte[] text = (ServerToolCall.SIMULATED + printed + "\n").getBytes(StandardCharsets.UTF_8);
        files.put(id, "output.txt", "text/plain", new FileContent.InMemory(text));
        return id;
    }
}
