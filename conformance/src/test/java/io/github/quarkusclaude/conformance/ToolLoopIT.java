package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.simulator.ScriptedAnswer;

@ConformanceGroup(number = 13, promise = "Tools and the loop that runs them: calls side by side, failures, limits, and thinking that goes back unchanged.", differs = {
        "the loop ends after 50 answers of the model unless another limit is set, and says so in its result. The guide's code went on to 200.",
        "a failing tool is told to the model as an error of the tool." })
class ToolLoopIT extends Conformance {

    private static final JsonNode THINKING = Api.object("type", "thinking", "thinking", "Hm, \u00e4h \u4e16\u754c", "signature",
            "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds==");
    private static final JsonNode REDACTED = Api.object("type", "redacted_thinking", "data",
            "EmwKAhgBEgy3va3pzix/LafPsn4aDFIT2Xlx==");

    private static JsonNode call(String id, String name, Object input) {
        return Api.object("type", "tool_use", "id", id, "name", name, "input", input);
    }

    private static ScriptedAnswer answer(String stopReason, JsonNode... content) {
        return ScriptedAnswer.message(Api.object("id", "msg_1", "type", "message", "role", "assistant", "model", SONNET_4,
                "content", List.of(content), "stop_reason", stopReason, "stop_sequence", null, "usage",
                Api.object("input_tokens", 10, "output_tokens", 5)));
    }

    private static JsonNode text(String text) {
        return Api.object("type", "text", "text", text);
    }

    private JsonNode run(List<String> tools, List<String> failing, Object... more) {
        ObjectNode question = ask("model", SONNET_4, "max_tokens", 4_000, "thinking",
                Api.object("type", "enabled", "budget_tokens", 2_000));
        question.setAll(Api.object("tools", tools, "failing", failing));
        question.setAll(Api.object(more));
        JsonNode run = api().post(client() + "/tools", question);
        assertThat(run.path("failure").path("message").asText()).isEmpty();
        return run;
    }

    @Test
    void theExampleOfTheGuide() {
        JsonNode tool = Api.object("name", "get_weather", "description", "Get the current weather for a location",
                "input_schema", Api.object("type", "object", "properties",
                        Api.object("location", Api.object("type", "string", "description", "City name")), "required",
                        List.of("location")));
        for (String call : List.of("/generate", "/stream")) {
            server.script(answer("tool_use", call("toolu_1", "get_weather", Api.object("location", "Tokyo"))));

            JsonNode answer = api().post(client() + call, ask("model", SONNET_4, "tools", List.of(tool)));

            assertThat(lastBody().path("tools")).hasSize(1);
            assertThat(lastBody().path("tools").get(0)).isEqualTo(tool);
            assertThat(lastBody().has("tool_choice")).isFalse();
            assertThat(answer.at("/message/content")).hasSize(1);
            assertThat(answer.at("/message/content/0/name").asText()).isEqualTo("get_weather");
            assertThat(answer.at("/message/content/0/input")).isEqualTo(Api.object("location", "Tokyo"));
            assertThat(answer.at("/message/stop_reason").asText()).isEqualTo("tool_use");
        }
    }

    @Test
    void callsSideBySideAreAnsweredInTheirOrderInOneMessage() {
        server.script(answer("tool_use", text("I look."), call("toolu_b", "second", Api.object("n", 2)),
                call("toolu_a", "first", Api.object("n", 1)), call("toolu_c", "second", Api.object())),
                answer("end_turn", text("Done")));

        JsonNode run = run(List.of("first", "second"), List.of());

        assertThat(run.path("stop").asText()).isEqualTo("FINISHED");
        assertThat(run.path("text").asText()).isEqualTo("Done");
        JsonNode messages = lastBody().path("messages");
        assertThat(messages).hasSize(3);
        JsonNode results = messages.get(2).path("content");
        assertThat(messages.get(2).path("role").asText()).isEqualTo("user");
        assertThat(results.findValuesAsText("tool_use_id")).containsExactly("toolu_b", "toolu_a", "toolu_c");
        assertThat(results.get(0).path("content").asText()).isEqualTo("second got {\"n\":2}");
        assertThat(results.get(1).path("content").asText()).isEqualTo("first got {\"n\":1}");
        assertThat(results.findValues("is_error")).noneMatch(JsonNode::asBoolean);
    }

    @Test
    void aFailingToolIsToldToTheModel() {
        server.script(answer("tool_use", call("toolu_1", "works", Api.object()), call("toolu_2", "breaks", Api.object()),
                call("toolu_3", "nobody_has_it", Api.object())), answer("end_turn", text("Sorry")));

        JsonNode run = run(List.of("works"), List.of("breaks"));

        assertThat(run.path("text").asText()).isEqualTo("Sorry");
        JsonNode results = lastBody().at("/messages/2/content");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).path("is_error").asBoolean(false)).isFalse();
        assertThat(results.get(1).path("is_error").asBoolean()).isTrue();
        assertThat(results.get(2).path("is_error").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5 })
    void aLimitEndsTheLoop(int steps) {
        for (int i = 0; i < 10; i++) {
            server.script(answer("tool_use", call("toolu_" + i, "works", Api.object())));
        }

        JsonNode run = run(List.of("works"), List.of(), "maxSteps", steps);

        assertThat(run.path("stop").asText()).isEqualTo("STEP_LIMIT");
        assertThat(run.path("answers")).hasSize(steps);
        assertThat(server.requests()).hasSize(steps);
    }

    @Test
    void thinkingGoesBackAsItCame() {
        for (String kind : List.of("thinking", "redacted_thinking")) {
            server.reset();
            String prompt = "What is the weather in Bern?"
                    + (kind.equals("thinking") ? "" : " ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING");

            JsonNode run = run(List.of("weather"), List.of(), "request",
                    Api.object("model", SONNET_4, "max_tokens", 4_000, "thinking",
                            Api.object("type", "enabled", "budget_tokens", 2_000), "messages",
                            List.of(Api.object("role", "user", "content", prompt))));

            // the server checks signatures, so it takes back what it gave only
            assertThat(run.path("stop").asText()).as(run.toString()).isEqualTo("FINISHED");
            assertThat(run.path("answers")).hasSize(2);
            JsonNode given = run.at("/answers/0/content");
            assertThat(given.findValuesAsText("type")).contains(kind, "tool_use");
            assertThat(lastBody().at("/messages/1/content")).isEqualTo(given);
            JsonNode secret = kind.equals("thinking") ? given.get(0).path("signature") : given.findValue("data");
            assertThat(secret.asText()).isNotEmpty();
            assertThat(new String(lastRequest().bodyBytes(), StandardCharsets.UTF_8)).contains(secret.toString());
        }
    }

    @Test
    void thinkingOfAStreamGoesBackAsItCame() {
        String stream = Streams.start(3)
                + Streams.event("content_block_start", "index", 0, "content_block",
                        Api.object("type", "thinking", "thinking", "", "signature", ""))
                + Streams.event("content_block_delta", "index", 0, "delta",
                        Api.object("type", "thinking_delta", "thinking", "Hm, "))
                + Streams.event("content_block_delta", "index", 0, "delta",
                        Api.object("type", "thinking_delta", "thinking", "\u00e4h \u4e16\u754c"))
                + Streams.event("content_block_delta", "index", 0, "delta",
                        Api.object("type", "signature_delta", "signature", THINKING.path("signature")))
                + Streams.event("content_block_stop", "index", 0)
                + Streams.event("content_block_start", "index", 1, "content_block", REDACTED)
                + Streams.event("content_block_stop", "index", 1)
                + Streams.call(2, "toolu_1", "works", "{}") + Streams.end("tool_use", 7);
        server.script(ScriptedAnswer.sse(Streams.bytes(stream)));
        String client = client();

        JsonNode answer = api().post(client + "/stream", ask("model", SONNET_4)).at("/message/content");
        assertThat(answer.get(0)).isEqualTo(THINKING);
        assertThat(answer.get(1)).isEqualTo(REDACTED);
        server.script(answer("end_turn", text("Done")));
        api().post(client + "/generate", Api.object("request", Api.object("model", SONNET_4, "messages",
                List.of(Api.object("role", "user", "content", "Hello"), Api.object("role", "assistant", "content", answer),
                        Api.object("role", "user", "content",
                                List.of(Api.object("type", "tool_result", "tool_use_id", "toolu_1", "content", "x")))))));

        assertThat(lastBody().at("/messages/1/content")).isEqualTo(answer);
    }

    @Test
    void aPauseIsContinued() {
        server.script(answer("pause_turn", text("Wait. ")), answer("end_turn", text("Done")));

        JsonNode run = run(List.of("works"), List.of());

        assertThat(run.path("stop").asText()).isEqualTo("FINISHED");
        assertThat(server.requests()).hasSize(2);
        assertThat(lastBody().at("/messages/1/content/0")).isEqualTo(text("Wait. "));
    }
}
