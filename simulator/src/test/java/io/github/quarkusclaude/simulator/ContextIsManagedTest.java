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

class ContextIsManagedTest {

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

    private static final String WORDS = "word ".repeat(400);

    @Test
    void oldToolResultsAreCleared() throws IOException {
        ObjectNode body = withToolUses(5);
        int before = plain().answer(body).at("/usage/input_tokens").asInt();
        body.setAll(json("{'context_management':{'edits':[{'type':'clear_tool_uses_20250919','trigger':{'type':'tool_uses',"
                + "'value':4},'keep':{'type':'tool_uses','value':2}}]}}"));

        JsonNode answer = managing().answer(body);

        JsonNode edit = answer.at("/context_management/applied_edits/0");
        assertThat(edit.path("type").asText()).isEqualTo("clear_tool_uses_20250919");
        assertThat(edit.path("cleared_tool_uses").asInt()).isEqualTo(3);
        assertThat(edit.path("cleared_input_tokens").asInt()).isEqualTo(3 * 508);
        assertThat(answer.at("/usage/input_tokens").asInt()).isEqualTo(before - 3 * 508);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",'trigger':{'type':'tool_uses','value':6}", ",'trigger':{'type':'tool_uses','value':1},"
            + "'keep':{'type':'tool_uses','value':9}", ",'trigger':{'type':'tool_uses','value':1},'exclude_tools':['read']",
            ",'trigger':{'type':'tool_uses','value':1},'clear_at_least':{'type':'input_tokens','value':99999}" })
    void nothingIsClearedBeforeItIsTime(String options) throws IOException {
        ObjectNode body = withToolUses(5);
        body.setAll(json("{'context_management':{'edits':[{'type':'clear_tool_uses_20250919'" + options + "}]}}"));

        assertThat(managing().answer(body).at("/context_management/applied_edits")).isEmpty();
    }

    @Test
    void countingTellsBothNumbers() throws IOException {
        ObjectNode body = withToolUses(5);
        body.remove("max_tokens");
        body.setAll(json("{'context_management':{'edits':[{'type':'clear_tool_uses_20250919','trigger':{'type':'tool_uses',"
                + "'value':4},'clear_tool_inputs':true}]}}"));

        JsonNode count = Api.JSON
                .readTree(managing().send("POST", "/v1/messages/count_tokens", body.toString()).body());

        int saved = count.at("/context_management/original_input_tokens").asInt() - count.path("input_tokens").asInt();
        assertThat(saved).isGreaterThan(2 * 508);
    }

    @Test
    void oldThinkingIsCleared() throws IOException {
        ObjectNode body = ask("claude-opus-4-6", "First");
        body.putObject("thinking").put("type", "adaptive").put("display", "summarized");
        for (int i = 0; i < 3; i++) {
            JsonNode answer = plain().answer(body);
            ((ArrayNode) body.path("messages")).addObject().put("role", "assistant").set("content", answer.path("content"));
            ((ArrayNode) body.path("messages")).addObject().put("role", "user").put("content", "And then?");
        }
        body.setAll(json("{'context_management':{'edits':[{'type':'clear_thinking_20251015','keep':{'type':'thinking_turns',"
                + "'value':1}}]}}"));

        JsonNode edit = managing().answer(body).at("/context_management/applied_edits/0");

        assertThat(edit.path("cleared_thinking_turns").asInt()).isEqualTo(2);
        assertThat(edit.path("cleared_input_tokens").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLongConversationIsSummedUp(boolean pausing) throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.setAll(json("{'context_management':{'edits':[{'type':'compact_20260112','trigger':{'type':'input_tokens',"
                + "'value':500},'pause_after_compaction':" + pausing + "}]}}"));
        Api beta = managing();

        JsonNode answer = beta.answer(body);

        assertThat(answer.at("/content/0/type").asText()).isEqualTo("compaction");
        assertThat(answer.path("stop_reason").asText()).isEqualTo(pausing ? "compaction" : "end_turn");
        assertThat(answer.path("content")).hasSize(pausing ? 1 : 3);
        assertThat(answer.at("/usage/iterations/0/type").asText()).isEqualTo("compaction");
        assertThat(Event.accumulate(beta.stream(body)).path("content")).isEqualTo(answer.path("content"));
    }

    @Test
    void aSumOnRequestIsTheWholeAnswerAndComesBackFirst() throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.putObject("compaction").put("type", "summarize");
        Api beta = new Api(simulator).header("anthropic-beta", "compact-2026-09-04");
        JsonNode answer = beta.answer(body);
        assertThat(answer.path("stop_reason").asText()).isEqualTo("compaction");
        assertThat(answer.path("content")).hasSize(1);

        ObjectNode next = ask("claude-opus-5", "Go on");
        ((ArrayNode) next.path("messages")).insertObject(0).put("role", "assistant").set("content", answer.path("content"));
        assertThat(beta.messages(next).statusCode()).isEqualTo(200);
        ((ArrayNode) next.path("messages")).insertObject(0).put("role", "user").put("content", "Before");
        assertThat(beta.error(beta.messages(next), 400).at("/details/error_code").asText())
                .isEqualTo("compaction_block_misplaced");
        ((ArrayNode) next.path("messages")).remove(0);
        ((ObjectNode) next.at("/messages/0/content/0")).put("content", "Something else");
        assertThat(beta.error(beta.messages(next), 400).at("/details/error_code").asText())
                .isEqualTo("compaction_content_mismatch");
    }

    @Test
    void aSumOnRequestIsSignedAndNothingElseIsCounted() throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.putObject("compaction").put("type", "summarize");

        JsonNode answer = compacting().answer(body);

        assertThat(answer.at("/content/0/signature").asText()).isBase64();
        assertThat(answer.at("/content/0").has("encrypted_content")).isFalse();
        assertThat(answer.at("/usage/input_tokens").asInt(-1)).isZero();
        assertThat(answer.at("/usage/output_tokens").asInt(-1)).isZero();
        assertThat(answer.at("/usage/iterations")).hasSize(1);
        assertThat(Event.accumulate(compacting().stream(body)).path("content")).isEqualTo(answer.path("content"));
    }

    @Test
    void aConversationThatEndsWithTheAssistantCanBeSummedUp() throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.withArray("messages").addObject().put("role", "assistant").put("content", "Well");
        body.putObject("compaction").put("type", "summarize");

        assertThat(compacting().answer(body).path("stop_reason").asText()).isEqualTo("compaction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'messages':[]} | compaction_nothing_to_summarize",
            "{'messages':[{'role':'system','content':'x'}]} | compaction_nothing_to_summarize",
            "{'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'tool_use','id':'t','name':'n',"
                    + "'input':{}}]}]} | compaction_incomplete_turn",
            "{'stop_sequences':['x']} | ",
            "{'tool_choice':{'type':'any'}} | ",
            "{'output_config':{'format':{'type':'json_schema','schema':{'type':'string'}}}} | ",
            "{'context_management':{'edits':[]}} | ",
    })
    void whatCannotBeSummedUpIsRefused(String change, String code) throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.putObject("compaction").put("type", "summarize");
        body.setAll(json(change));

        Api beta = new Api(simulator).header("anthropic-beta", "compact-2026-09-04,context-management-2025-06-27");
        JsonNode error = beta.error(beta.messages(body), 400);

        assertThat(error.at("/details/error_code").asText(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({ "signature, compaction_signature_invalid", "content, compaction_content_mismatch" })
    void aSumThatWasAlteredIsRefused(String field, String code) throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.putObject("compaction").put("type", "summarize");
        ObjectNode sum = (ObjectNode) compacting().answer(body).at("/content/0");
        sum.put(field, "B" + sum.path(field).asText().substring(1));

        assertThat(codeFor(sum)).isEqualTo(code);
    }

    @Test
    void onlyOneSumIsTakenBack() throws IOException {
        ObjectNode body = ask("claude-opus-5", WORDS);
        body.putObject("compaction").put("type", "summarize");
        JsonNode sum = compacting().answer(body).at("/content/0");

        assertThat(codeFor(sum, sum)).isEqualTo("compaction_block_ambiguous");
    }

    private static String codeFor(JsonNode... blocks) throws IOException {
        ObjectNode next = ask("claude-opus-5", "Go on");
        ArrayNode content = ((ArrayNode) next.path("messages")).insertObject(0).put("role", "assistant").putArray("content");
        content.addAll(List.of(blocks));
        return compacting().error(compacting().messages(next), 400).at("/details/error_code").asText();
    }

    private static Api compacting() {
        return new Api(simulator).header("anthropic-beta", "compact-2026-09-04");
    }

    private static ObjectNode withToolUses(int count) {
        ObjectNode body = ask("claude-opus-5", "Read it");
        ArrayNode messages = (ArrayNode) body.path("messages");
        for (int i = 0; i < count; i++) {
            messages.add(
                    json("{'role':'assistant','content':[{'type':'tool_use','id':'t" + i + "','name':'read','input':{}}]}"));
            messages.add(json("{'role':'user','content':[{'type':'tool_result','tool_use_id':'t" + i + "','content':'" + WORDS
                    + "'}]}"));
        }
        return body;
    }

    private static Api plain() {
        return new Api(simulator);
    }

    private static Api managing() {
        return new Api(simulator).header("anthropic-beta", "context-management-2025-06-27,compact-2026-01-12");
    }
}
