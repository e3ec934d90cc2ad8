package io.github.quarkusclaude.deployment.tool;

import java.nio.charset.StandardCharsets;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** An application whose clients talk to a simulator the test directs, and answers for it. */
final class Scripts {

    static final RawJson ANYTHING = RawJson.of("{\"type\":\"object\",\"properties\":{}}");

    private Scripts() {
    }

    static QuarkusUnitTest application(Class<?>... classes) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(Scripts.class).addClasses(classes))
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                .overrideConfigKey("quarkus.claude.api-key", ClaudeSimulator.DEFAULT_API_KEY);
    }

    static ClaudeClient client(ClaudeClients clients, ClaudeSimulator simulator) {
        return clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    static ScriptedAnswer calls(String... blocks) {
        return answer("tool_use", blocks);
    }

    static ScriptedAnswer says(String text) {
        return answer("end_turn", text(text));
    }

    static ScriptedAnswer answer(String stopReason, String... blocks) {
        return answerWith("\"stop_reason\":\"" + stopReason + "\"", blocks);
    }

    /** Calls of tools, whose numbers are spelled as given. */
    static ScriptedAnswer exactly(String... calls) {
        return ScriptedAnswer.raw(200, "application/json",
                message("\"stop_reason\":\"tool_use\"", calls).getBytes(StandardCharsets.UTF_8));
    }

    static ScriptedAnswer answerWith(String fields, String... blocks) {
        return ScriptedAnswer.message(message(fields, blocks));
    }

    private static String message(String fields, String... blocks) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"claude-sonnet-5-5\",\"content\":[" + String.join(",", blocks) + "],\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":100,\"output_tokens\":10}," + fields + "}";
    }

    static String call(String id, String name) {
        return call(id, name, "{}");
    }

    static String call(String id, String name, String input) {
        return "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"input\":" + input + "}";
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }
}
