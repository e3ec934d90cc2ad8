package io.github.quarkusclaude.deployment.tool;

import static io.github.quarkusclaude.deployment.tool.Scripts.ANYTHING;
import static io.github.quarkusclaude.deployment.tool.Scripts.answer;
import static io.github.quarkusclaude.deployment.tool.Scripts.answerWith;
import static io.github.quarkusclaude.deployment.tool.Scripts.call;
import static io.github.quarkusclaude.deployment.tool.Scripts.calls;
import static io.github.quarkusclaude.deployment.tool.Scripts.says;
import static io.github.quarkusclaude.deployment.tool.Scripts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.quarkus.test.QuarkusUnitTest;

/** A run sends what the model needs to go on, and ends when it has answered. */
class ToolRunsTest extends SimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(SimulatedTest.class)
            .overrideConfigKey("quarkus.log.category.\"io.github.quarkusclaude.tool\".level", "DEBUG")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.github.quarkusclaude.tool"))
            .assertLogRecords(records -> assertThat(records)
                    .anyMatch(record -> formatted(record).contains("The disk is full"))
                    .noneMatch(record -> record.getThrown() != null
                            || formatted(record).contains(ClaudeSimulator.DEFAULT_API_KEY)));

    private static String formatted(LogRecord record) {
        return record instanceof ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage();
    }

    @Test
    void theModelGetsTheResultOfTheToolItAsksFor() {
        ToolDefinition weather = ToolDefinition.of("weather", "The weather of a city", RawJson.of("""
                {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
                """), call -> ToolResult.of("Rain in " + call.input().tree().path("city").asText()));

        ToolRun run = claude.toolRunner().tools(weather).run("What is the weather in Bern?");

        assertThat(run.stop()).isEqualTo(ToolRun.Stop.FINISHED);
        assertThat(run.text()).contains("Rain in Bern");
        assertThat(run.answers()).hasSize(2);
        assertThat(run.conversation()).hasSize(4);
        assertThat(run.usage().inputTokens()).isEqualTo(
                run.answers().get(0).usage().inputTokens() + run.answers().get(1).usage().inputTokens());
    }

    @Test
    void theResultsOfToolsThatRunAtOnceAreInTheOrderOfTheCalls() {
        CountDownLatch secondRan = new CountDownLatch(1);
        ToolDefinition first = tool("first", call -> {
            secondRan.await();
            return ToolResult.of("one");
        });
        ToolDefinition second = tool("second", call -> {
            secondRan.countDown();
            return ToolResult.of("two");
        });
        simulator.script(calls(text("Wait"), call("a", "first"), call("b", "second")), says("Done"));

        claude.toolRunner().tools(first, second).run("Go");

        assertThat(lastTurn().path("role").asText()).isEqualTo("user");
        assertThat(lastTurn().path("content")).extracting(result -> result.path("tool_use_id").asText())
                .containsExactly("a", "b");
        assertThat(lastTurn().path("content")).extracting(result -> result.path("content").asText())
                .containsExactly("one", "two");
        assertThat(lastTurn().path("content")).noneMatch(result -> result.has("is_error"));
    }

    @Test
    void noMoreToolsRunAtOnceThanAllowed() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ToolDefinition counted = tool("counted", call -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return ToolResult.EMPTY;
        });
        simulator.script(calls(call("a", "counted"), call("b", "counted"), call("c", "counted")), says("Done"));

        claude.toolRunner().tools(counted).maxParallelTools(1).run("Go");

        assertThat(most).hasValue(1);
        assertThat(lastTurn().path("content")).hasSize(3).noneMatch(result -> result.has("content"));
    }

    @Test
    void theModelIsToldWhyAToolFailed() {
        ToolDefinition broken = tool("broken", call -> {
            throw new IllegalStateException("The disk is full: " + simulator.apiKey());
        });
        ToolDefinition silent = tool("silent", call -> {
            throw new UnsupportedOperationException();
        });
        simulator.script(calls(call("a", "broken"), call("b", "silent"), call("c", "missing")), says("Sorry"));

        ToolRun run = claude.toolRunner().tools(broken, silent).run("Go");

        assertThat(run.text()).isEqualTo("Sorry");
        assertThat(lastTurn().path("content")).allMatch(result -> result.path("is_error").asBoolean());
        List<String> told = texts(lastTurn());
        assertThat(told.get(0)).startsWith("The disk is full: ").doesNotContain(simulator.apiKey());
        assertThat(told.get(1)).isEqualTo("UnsupportedOperationException");
        assertThat(told.get(2)).contains("no tool with the name missing");
    }

    @Test
    void argumentsThatAreNoJsonAreNotRun() {
        ToolDefinition broken = tool("broken", call -> ToolResult.of("It ran"));
        simulator.script(ScriptedAnswer.sse((event("message_start", "\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
                + "\"role\":\"assistant\",\"model\":\"claude-sonnet-5-5\",\"content\":[],\"stop_reason\":null,"
                + "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")
                + event("content_block_start", "\"index\":0,\"content_block\":" + call("a", "broken"))
                + event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"input_json_delta\","
                        + "\"partial_json\":\"{\\\"half\\\":\"}")
                + event("content_block_stop", "\"index\":0")
                + event("message_delta", "\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":5}")
                + event("message_stop", "\"x\":1")).getBytes(StandardCharsets.UTF_8)), says("Sorry"));

        claude.toolRunner().tools(broken).stream("Go").toList();

        assertThat(texts(lastTurn())).containsExactly("The input is no JSON");
        assertThat(lastTurn().path("content").path(0).path("is_error").asBoolean()).isTrue();
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }

    @Test
    void aPausedTurnIsContinuedUnchanged() {
        String search = "{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\",\"input\":{\"query\":\"x\"}}";
        simulator.script(answer("pause_turn", text("Searching"), search), says("Found"));

        ToolRun run = claude.toolRunner().run(MessageRequest.builder().user("Search")
                .tool(Tool.known("web_search_20250305", "web_search")).build());

        assertThat(run.text()).isEqualTo("Found");
        assertThat(lastTurn().path("role").asText()).isEqualTo("assistant");
        assertThat(RawJson.from(lastTurn().path("content").path(1))).isEqualTo(RawJson.of(search));
    }

    @Test
    void theContainerIsKept() {
        simulator.script(answerWith("\"stop_reason\":\"tool_use\",\"container\":{\"id\":\"container_7\","
                + "\"expires_at\":\"2026-12-01T00:00:00Z\"}", call("a", "noop")), says("Done"));

        claude.toolRunner().tools(tool("noop", call -> ToolResult.EMPTY)).run("Go");

        assertThat(lastBody().path("container").asText()).isEqualTo("container_7");
    }

    @Test
    void thinkingIsSentBackAsItCame() {
        ToolDefinition weather = ToolDefinition.of("weather", "The weather of a city", RawJson.of("""
                {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
                """), call -> ToolResult.of("Rain"));
        MessageRequest request = MessageRequest.builder().thinking(ThinkingConfig.ADAPTIVE)
                .user("What is the weather in Bern?").build();

        ToolRun run = claude.toolRunner().tools(weather).run(request);

        ThinkingBlock thought = (ThinkingBlock) run.answers().get(0).content().get(0);
        JsonNode sent = lastBody().path("messages").path(1).path("content").path(0);
        assertThat(thought.signature()).isNotEmpty();
        assertThat(sent.path("signature").asText()).isEqualTo(thought.signature());
        assertThat(sent.path("thinking").asText()).isEqualTo(thought.thinking());
        assertThat(RawJson.from(lastBody().path("messages").path(1).path("content")))
                .isEqualTo(RawJson.of("[" + String.join(",", run.answers().get(0).content().stream()
                        .map(block -> block.toJson()).toList()) + "]"));
    }

    @Test
    void resultsOfAToolsetSayWhichOne() {
        Tool computer = Tool.known("computer_toolset_20260801", null);
        ToolDefinition handled = ToolDefinition.of(computer, call -> ToolResult.of(call.name() + " done"));
        simulator.script(calls("{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"left_click\",\"input\":{},"
                + "\"toolset_name\":\"computer\"}"), says("Done"));

        claude.toolRunner().tools(handled).run("Click");

        assertThat(lastTurn().path("content").path(0).path("toolset_name").asText()).isEqualTo("computer");
        assertThat(texts(lastTurn())).containsExactly("left_click done");
    }

    private static List<String> texts(JsonNode turn) {
        return turn.path("content").findValuesAsText("content");
    }

    private static ToolDefinition tool(String name, io.github.quarkusclaude.tool.ToolHandler handler) {
        return ToolDefinition.of(name, "A tool", ANYTHING, handler);
    }
}
