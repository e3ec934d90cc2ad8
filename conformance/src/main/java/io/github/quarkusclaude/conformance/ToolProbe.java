package io.github.quarkusclaude.conformance;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRunner;

/** Lets the model use tools whose names a test has chosen. */
final class ToolProbe {

    private ToolProbe() {
    }

    /**
     * Tools of {@code tools} answer with their name and input, those of {@code failing} throw; there are at most
     * {@code maxSteps} answers of the model.
     */
    static ObjectNode run(ClaudeClient claude, JsonNode question) {
        List<ToolDefinition> tools = new ArrayList<>();
        question.path("tools").forEach(name -> tools.add(tool(name.asText(), false)));
        question.path("failing").forEach(name -> tools.add(tool(name.asText(), true)));
        ToolRunner runner = claude.toolRunner().tools(tools.toArray(ToolDefinition[]::new));
        if (question.has("maxSteps")) {
            runner = runner.maxSteps(question.path("maxSteps").asInt());
        }
        ToolRun run = runner.run(Question.read(question));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("stop", run.stop().name()).put("text", run.text());
        run.answers().forEach(answer -> json.withArray("/answers").add(Outcome.json(answer.toJson())));
        run.pending().forEach(call -> json.withArray("/pending").add(call.name()));
        return json;
    }

    private static ToolDefinition tool(String name, boolean failing) {
        return ToolDefinition.of(name, "A tool of the test", RawJson.of("{\"type\":\"object\"}"), call -> {
            if (failing) {
                throw new IllegalStateException("The tool is broken");
            }
            return ToolResult.of(call.name() + " got " + call.input());
        });
    }
}
