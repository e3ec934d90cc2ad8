package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ToolsAreCalledAndTheirResultsUsedTest {

    private static final String TOOLS = """
            {'tools':[
             {'name':'get_weather','description':'Get the current weather','input_schema':{'type':'object',
              'properties':{'city':{'type':'string'},'days':{'type':'integer','maximum':7},'unit':{'type':'string'}},
              'required':['city','days']}},
             {'name':'localTime','description':'Tells what the clock shows somewhere','input_schema':{'type':'object',
              'properties':{'location':{'type':'string'}},'required':['location']}}]}""";

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aToolThePromptIsAboutIsCalledWithValuesFromThePrompt() throws IOException {
        JsonNode answer = api.answer(withTools("What will the weather in Bern be for 3 days?"));

        assertThat(answer.path("stop_reason").asText()).isEqualTo("tool_use");
        JsonNode call = calls(answer).get(0);
        assertThat(calls(answer)).hasSize(1);
        assertThat(call.path("name").asText()).isEqualTo("get_weather");
        assertThat(call.path("input")).isEqualTo(json("{'city':'Bern','days':3}"));
        assertThat(call.path("id").asText()).startsWith("toolu_01");
        assertThat(call.path("caller")).isEqualTo(json("{'type':'direct'}"));
    }

    @Test
    void numbersStayWithinTheirBounds() throws IOException {
        JsonNode answer = api.answer(withTools("What will the weather in Bern be for 30 days?"));

        assertThat(calls(answer).get(0).at("/input/days").asInt()).isEqualTo(7);
    }

    @Test
    void aWordOfTheDescriptionIsEnough() throws IOException {
        JsonNode answer = api.answer(withTools("Read me the clock in Rome"));

        assertThat(calls(answer)).extracting(call -> call.path("name").asText()).containsExactly("localTime");
        assertThat(calls(answer).get(0).at("/input/location").asText()).isEqualTo("Rome");
    }

    @Test
    void twoToolsAreCalledAtOnceUnlessThatIsForbidden() throws IOException {
        ObjectNode body = withTools("Tell me the weather in Bern and the time in Rome");

        List<JsonNode> both = calls(api.answer(body));
        assertThat(both).extracting(call -> call.path("name").asText()).containsExactly("get_weather", "localTime");
        assertThat(both).extracting(call -> call.path("id").asText()).doesNotHaveDuplicates();
        assertThat(both.get(0).at("/input/city").asText()).isEqualTo("Bern");
        assertThat(both.get(1).at("/input/location").asText()).isEqualTo("Rome");

        body.putObject("tool_choice").put("type", "auto").put("disable_parallel_tool_use", true);
        assertThat(calls(api.answer(body))).hasSize(1);
    }

    @Test
    void noMoreThanFourToolsAreCalledAtOnce() throws IOException {
        ObjectNode body = ask("Tell me the weather");
        ArrayNode tools = body.putArray("tools");
        for (int i = 0; i < 6; i++) {
            tools.add(json("{'name':'weather_" + i + "','input_schema':{'type':'object'}}"));
        }

        assertThat(calls(api.answer(body))).hasSize(4);
    }

    @Test
    void noToolIsCalledWithoutNeed() throws IOException {
        JsonNode answer = api.answer(withTools("What is 2 + 2?"));

        assertThat(calls(answer)).isEmpty();
        assertThat(answer.path("stop_reason").asText()).isEqualTo("end_turn");
    }

    @Test
    void noToolIsCalledWhenNoneMayBe() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?");
        body.putObject("tool_choice").put("type", "none");

        assertThat(calls(api.answer(body))).isEmpty();
    }

    @Test
    void aForcedToolIsCalledWhateverThePromptSays() throws IOException {
        ObjectNode body = withTools("Hello");
        body.putObject("tool_choice").put("type", "tool").put("name", "localTime");
        JsonNode forced = api.answer(body);
        assertThat(forced.at("/content/0/name").asText()).isEqualTo("localTime");
        assertThat(forced.path("content")).hasSize(1);

        body.putObject("tool_choice").put("type", "any");
        assertThat(calls(api.answer(body))).hasSize(1);
    }

    @Test
    void theResultIsPartOfTheAnswerThatFollows() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?");
        JsonNode first = api.answer(body);

        JsonNode second = api.answer(withResult(body, first, "12 C and rain", false));

        assertThat(second.path("stop_reason").asText()).isEqualTo("end_turn");
        assertThat(second.at("/content/0/text").asText())
                .contains("The tool get_weather returned: 12 C and rain", "“What will the weather in Bern be?”");
    }

    @Test
    void aFailureOfTheToolIsReported() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?");

        JsonNode second = api.answer(withResult(body, api.answer(body), "no connection", true));

        assertThat(second.at("/content/0/text").asText()).contains("The tool get_weather failed: no connection");
    }

    @Test
    void theNextQuestionMayNeedTheToolAgain() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?");
        ObjectNode next = withResult(body, api.answer(body), "rain", false);
        JsonNode second = api.answer(next);
        ArrayNode messages = next.withArray("messages");
        messages.addObject().put("role", "assistant").set("content", second.path("content"));
        messages.addObject().put("role", "user").put("content", "And the weather in Oslo?");

        assertThat(calls(api.answer(next)).get(0).at("/input/city").asText()).isEqualTo("Oslo");
    }

    @Test
    void thinkingBetweenToolsComesAfterTheFirstResult() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?").put("model", "claude-sonnet-5-5");
        body.putObject("thinking").put("type", "between_tools");
        JsonNode first = api.answer(body);

        assertThat(first.at("/content/0/type").asText()).isEqualTo("text");
        assertThat(api.answer(withResult(body, first, "rain", false)).at("/content/0/type").asText()).isEqualTo("thinking");
    }

    @Test
    void withABudgetTheCallMustComeBackWithItsThinking() throws IOException {
        ObjectNode body = withTools("What will the weather in Bern be?").put("model", "claude-opus-4-6");
        body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1024);
        ObjectNode first = (ObjectNode) api.answer(body);
        api.answer(withResult(body, first, "rain", false));

        first.withArray("content").remove(0);
        assertThat(api.error(api.messages(withResult(body, first, "rain", false)), 400).path("message").asText())
                .startsWith("messages.1.content.0.type: a turn that calls tools must start with a thinking block");
    }

    @Test
    void aCallThatDoesNotFitIsCutWithinItsInput() throws IOException {
        ObjectNode body = withTools("Hello").put("max_tokens", 3);
        body.putObject("tool_choice").put("type", "tool").put("name", "get_weather");

        JsonNode whole = api.answer(body);
        assertThat(whole.path("stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(whole.at("/content/0/input")).isEqualTo(json("{}"));
        String streamed = String.join("", api.stream(body).stream()
                .map(event -> event.data().at("/delta/partial_json").asText("")).toList());
        assertThat(streamed).isEqualTo("{\"city\":\"Spr");
    }

    private static ObjectNode withTools(String prompt) {
        ObjectNode body = ask(prompt);
        body.setAll(json(TOOLS));
        return body;
    }

    private static List<JsonNode> calls(JsonNode answer) {
        List<JsonNode> calls = new ArrayList<>();
        answer.path("content").forEach(block -> {
            if (block.path("type").asText().equals("tool_use")) {
                calls.add(block);
            }
        });
        return calls;
    }

    private static ObjectNode withResult(ObjectNode body, JsonNode answer, String result, boolean failed) {
        ObjectNode next = body.deepCopy();
        ArrayNode messages = next.withArray("messages");
        messages.addObject().put("role", "assistant").set("content", answer.path("content"));
        ArrayNode results = messages.addObject().put("role", "user").putArray("content");
        calls(answer).forEach(call -> results.addObject().put("type", "tool_result").put("content", result)
                .put("is_error", failed).set("tool_use_id", call.path("id")));
        return next;
    }
}
