package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ThinkingStaysWhereItBelongsTest {

    private static final String BOUND = "claude-fable-5-1";
    private static final String UNBOUND = "claude-opus-5";
    private static final String BETA = "thinking-binding-controls-2026-08-01";

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aConversationThatGoesOnUnchangedLosesNothing() throws IOException {
        ObjectNode body = conversation(BOUND, 3);

        assertThat(reporting().answer(body).path("input_transformations").toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'max_tokens':3000",
            "'output_config':{'effort':'low'}",
            "'metadata':{'user_id':'u'}",
            "'cache_control':{'type':'ephemeral'}",
            "'system':'Be kind.'",
            "'tools':[{'name':'later','defer_loading':true,'input_schema':{'type':'object'}},{'name':'now','input_schema':"
                    + "{'type':'object'}}],'tool_choice':{'type':'none'}",
    })
    void whatIsSaidCountsAndNothingElse(String change) throws IOException {
        ObjectNode body = conversation(BOUND, 1);
        body.setAll(json("{" + change + "}"));
        boolean said = change.contains("system") || change.contains("tools");

        assertThat(plain().messages(body).statusCode()).isEqualTo(said ? 400 : 200);
    }

    @Test
    void anEarlierMessageThatWasEditedIsAReasonToRefuse() throws IOException {
        ObjectNode body = edited(conversation(BOUND, 2));

        JsonNode error = plain().error(plain().messages(body), 400);

        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText())
                .startsWith("messages.1.content.0: invalid signature in thinking block: what was said before it has changed")
                .contains("prefix_mismatch_behavior").endsWith(BETA);
        assertThat(reporting().error(reporting().messages(body), 400).path("message").asText()).endsWith("to drop_block");
        assertThat(plain().send("POST", "/v1/messages/count_tokens", without(body, "max_tokens")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void orToLeaveOutTheThinkingBehindIt(boolean streamed) throws IOException {
        ObjectNode body = edited(conversation(BOUND, 2));
        ((ObjectNode) body.path("thinking")).putObject("block_binding").put("prefix_mismatch_behavior", "drop_block");

        JsonNode answer = streamed ? reporting().stream(body).get(0).data().path("message") : reporting().answer(body);

        assertThat(answer.path("input_transformations")).isEqualTo(Api.JSON.readTree("""
                [{"type":"thinking_dropped","path":"messages.1.content.0","reason":"prefix_binding_mismatch"},
                 {"type":"thinking_dropped","path":"messages.3.content.0","reason":"prefix_binding_mismatch"}]"""));
        ObjectNode bare = body.deepCopy();
        ((ArrayNode) bare.at("/messages/1/content")).remove(0);
        ((ArrayNode) bare.at("/messages/3/content")).remove(0);
        assertThat(answer.at("/usage/input_tokens")).isEqualTo(reporting().answer(bare).at("/usage/input_tokens"));
    }

    @Test
    void theFirstThinkingMayBeLeftOutButNoneFromTheMiddle() throws IOException {
        ObjectNode first = conversation(BOUND, 3);
        ((ArrayNode) first.at("/messages/1/content")).remove(0);
        assertThat(plain().messages(first).statusCode()).isEqualTo(200);

        ObjectNode middle = conversation(BOUND, 3);
        ((ArrayNode) middle.at("/messages/3/content")).remove(0);
        assertThat(plain().error(plain().messages(middle), 400).path("message").asText()).startsWith("messages.5.content.0");
    }

    @Test
    void modelsThatDoNotBindItTakeItInAnyConversation() throws IOException {
        ObjectNode body = edited(conversation(UNBOUND, 2));

        assertThat(reporting().answer(body).path("input_transformations").toString()).isEqualTo("[]");
    }

    @Test
    void anotherModelDoesNotSeeIt() throws IOException {
        ObjectNode body = conversation(UNBOUND, 1).put("model", BOUND);

        JsonNode entry = reporting().answer(body).at("/input_transformations/0");

        assertThat(entry).isEqualTo(
                json("{'type':'thinking_dropped','path':'messages.1.content.0','reason':'model_binding_mismatch'}"));
        assertThat(plain().answer(body).has("input_transformations")).isFalse();
    }

    @Test
    void itGoesOnBehindThinkingThatAnotherModelHad() throws IOException {
        ObjectNode body = conversation(UNBOUND, 1).put("model", BOUND);
        goOn(body);

        assertThat(reporting().answer(body).path("input_transformations")).hasSize(1);
    }

    @Test
    void itIsBoundToTheToolsThatWereCalledBeforeIt() throws IOException {
        ObjectNode body = ask(BOUND, "What is the weather in Bern?");
        body.setAll(json("{'thinking':{'type':'adaptive'},'tools':[{'name':'get_weather','input_schema':{'type':'object',"
                + "'properties':{'city':{'type':'string'}},'required':['city']}}]}"));
        JsonNode call = plain().answer(body);
        body.withArray("messages").addObject().put("role", "assistant").set("content", call.path("content"));
        ArrayNode results = body.withArray("messages").addObject().put("role", "user").putArray("content");
        int last = call.path("content").size() - 1;
        results.addObject().put("type", "tool_result").put("tool_use_id", call.at("/content/" + last + "/id").asText())
                .put("content", "12 degrees");
        goOn(body);
        assertThat(plain().messages(body).statusCode()).isEqualTo(200);

        ((ObjectNode) body.at("/messages/2/content/0")).put("content", "13 degrees");
        assertThat(plain().error(plain().messages(body), 400).path("message").asText()).startsWith("messages.3.content.0");
    }

    @Test
    void inABatchItIsLeftOutUnlessToldOtherwise() throws IOException {
        ObjectNode body = edited(conversation(BOUND, 1));
        ObjectNode strict = body.deepCopy();
        ((ObjectNode) strict.path("thinking")).putObject("block_binding").put("prefix_mismatch_behavior", "error");
        ObjectNode batch = Api.JSON.createObjectNode();
        for (ObjectNode params : List.of(body, strict)) {
            batch.withArray("requests").addObject().put("custom_id", "c" + batch.path("requests").size()).set("params", params);
        }
        try (ClaudeSimulator instant = ClaudeSimulator.builder().start()) {
            Api api = new Api(instant).header("anthropic-beta", BETA);
            String id = Api.JSON.readTree(api.send("POST", "/v1/messages/batches", batch.toString()).body()).path("id")
                    .asText();
            instant.batch(id).orElseThrow().end();

            String[] lines = api.get("/v1/messages/batches/" + id + "/results").body().split("\n");

            assertThat(Api.JSON.readTree(lines[0]).at("/result/message/input_transformations/0/reason").asText())
                    .isEqualTo("prefix_binding_mismatch");
            assertThat(Api.JSON.readTree(lines[1]).at("/result/type").asText()).isEqualTo("errored");
        }
    }

    /** A conversation in which the model has thought and answered so many times, and the user says something more. */
    private static ObjectNode conversation(String model, int answers) throws IOException {
        ObjectNode body = ask(model, "Explain tides");
        body.putObject("thinking").put("type", "adaptive");
        for (int i = 0; i < answers; i++) {
            goOn(body);
        }
        return body;
    }

    private static void goOn(ObjectNode body) throws IOException {
        JsonNode answer = plain().answer(body);
        assertThat(answer.at("/content/0/type").asText()).isEqualTo("thinking");
        body.withArray("messages").addObject().put("role", "assistant").set("content", answer.path("content"));
        body.withArray("messages").addObject().put("role", "user").put("content", "And why?");
    }

    private static ObjectNode edited(ObjectNode body) {
        ((ObjectNode) body.at("/messages/0")).put("content", "Explain winds");
        return body;
    }

    private static String without(ObjectNode body, String field) {
        ObjectNode rest = body.deepCopy();
        rest.remove(field);
        return rest.toString();
    }

    private static Api plain() {
        return new Api(simulator);
    }

    private static Api reporting() {
        return new Api(simulator).header("anthropic-beta", BETA);
    }
}
