package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ScriptedAnswersAreServedInOrderTest {

    private static final String MESSAGE = """
            {'id':'msg_1','type':'message','role':'assistant','model':'m','content':[
              {'type':'thinking','thinking':'Hm.','signature':'sig'},
              {'type':'text','text':'See here.','citations':[{'type':'char_location','cited_text':'x'}]},
              {'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'a long enough query'}},
              {'type':'web_search_tool_result','tool_use_id':'srvtoolu_1','content':[]},
              {'type':'hologram','light':true}],
             'stop_reason':'pause_turn','stop_sequence':null,'container':{'id':'c'},'future':1,
             'usage':{'input_tokens':3,'output_tokens':17,'server_tool_use':{'web_search_requests':1}}}""";

    private ClaudeSimulator simulator;
    private Api api;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(new VirtualClock()).start();
        api = new Api(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void oneAfterTheOtherAndThenTheUsualOnes() throws IOException {
        simulator.script(ScriptedAnswer.text("one"), ScriptedAnswer.text("two"));
        simulator.script(ScriptedAnswer.error(418, "teapot_error", "short and stout"));

        assertThat(api.text(ask("Hello"))).isEqualTo("one");
        assertThat(api.text(ask("Hello"))).isEqualTo("two");
        assertThat(api.error(api.messages(ask("Hello")), 418))
                .isEqualTo(json("{'type':'teapot_error','message':'short and stout'}"));
        assertThat(api.text(ask("Hello"))).startsWith("Simulated answer");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void messagesKeepAllDigitsOfTheirNumbers(boolean streamed) throws IOException {
        String input = "{\"long\":0.12345678901234567890123,\"money\":12.50,\"huge\":123456789012345678901234567890}";
        simulator.script(ScriptedAnswer.message(MESSAGE.replace('\'', '"').replace("{\"type\":\"hologram\",\"light\":true}",
                "{\"type\":\"hologram\",\"light\":" + input + "}")));

        assertThat(api.messages(ask("Hello").put("stream", streamed)).body()).contains("\"light\":" + input);
    }

    @Test
    void errorsMayHaveACode() throws IOException {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "later", "compaction_unavailable"));

        assertThat(api.error(api.messages(ask("Hello")), 529).at("/details/error_code").asText())
                .isEqualTo("compaction_unavailable");
    }

    @Test
    void textsAreStreamedAndCutLikeAnyOther() throws IOException {
        simulator.script(ScriptedAnswer.text("one two three four"), ScriptedAnswer.text("one two three four"));

        JsonNode streamed = Event.accumulate(api.stream(ask("Hello").put("max_tokens", 2)));
        assertThat(streamed.at("/content/0/text").asText()).isEqualTo("one two ");
        assertThat(streamed.path("stop_reason").asText()).isEqualTo("max_tokens");

        ObjectNode stopped = ask("Hello");
        stopped.putArray("stop_sequences").add("three");
        assertThat(api.text(stopped)).isEqualTo("one two ");
    }

    @Test
    void messagesAreServedAsTheyAre() throws IOException {
        simulator.script(ScriptedAnswer.message(json(MESSAGE)));

        assertThat(api.answer(ask("Hello"))).isEqualTo(json(MESSAGE));
    }

    @Test
    void messagesCanBeStreamedWithBlocksOfEveryKind() throws IOException {
        simulator.script(ScriptedAnswer.message(MESSAGE.replace('\'', '"')));

        List<Event> events = api.stream(ask("Hello"));

        assertThat(Event.accumulate(events)).isEqualTo(json(MESSAGE));
        assertThat(events).anySatisfy(event -> assertThat(event.delta()).isEqualTo("citations_delta"));
        assertThat(events.get(0).data().at("/message/usage/output_tokens").asInt()).isEqualTo(1);
    }

    @Test
    void anInvalidRequestLeavesATextForTheNextOne() throws IOException {
        simulator.script(ScriptedAnswer.text("kept"));
        api.error(api.messages(json("{'model':'claude-7'}")), 400);

        assertThat(api.text(ask("Hello"))).isEqualTo("kept");
    }

    @Test
    void whatReplacesTheApiAsksNothingOfTheRequest() throws IOException {
        simulator.script(ScriptedAnswer.raw(299, "text/x-odd", bytes("odd")).withHeader("retry-after", "4")
                .withHeader("x-more", "yes"));

        HttpResponse<String> response = api.messages(json("{'whatever':1}"));

        assertThat(response.statusCode()).isEqualTo(299);
        assertThat(response.body()).isEqualTo("odd");
        assertThat(response.headers().firstValue("content-type")).contains("text/x-odd");
        assertThat(response.headers().firstValue("content-length")).contains("3");
        assertThat(response.headers().firstValue("retry-after")).contains("4");
        assertThat(response.headers().firstValue("x-more")).contains("yes");
    }

    @Test
    void scriptedHeadersWinAndTheOthersStay() throws IOException {
        simulator.script(
                ScriptedAnswer.text("one").withHeader("anthropic-ratelimit-requests-remaining", "7"),
                ScriptedAnswer.message(json(MESSAGE)).withHeader("x-more", "first").withHeader("x-more", "last"));

        HttpResponse<String> text = api.messages(ask("Hello"));
        assertThat(text.headers().firstValue("anthropic-ratelimit-requests-remaining")).contains("7");
        assertThat(text.headers().firstValue("anthropic-ratelimit-requests-limit")).contains("10000");
        HttpResponse<String> message = api.messages(ask("Hello"));
        assertThat(message.headers().allValues("x-more")).containsExactly("last");
        assertThat(message.headers().firstValue("anthropic-ratelimit-requests-remaining")).contains("9998");
    }

    @Test
    void theHeadersOfAnErrorCanBeScriptedToo() throws IOException {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded").withHeader("x-should-retry", "false"),
                ScriptedAnswer.error(529, "overloaded_error", "Overloaded"));

        assertThat(api.messages(ask("Hello")).headers().allValues("x-should-retry")).containsExactly("false");
        assertThat(api.messages(ask("Hello")).headers().allValues("x-should-retry")).containsExactly("true");
    }

    @Test
    void butACredentialIsStillNeeded() throws IOException {
        simulator.script(ScriptedAnswer.raw(299, "text/x-odd", bytes("odd")));
        Api stranger = new Api(simulator).header("x-api-key", "no");

        stranger.error(stranger.messages(ask("Hello")), 401);
        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(299);
    }

    @Test
    void streamsAreSentByteForByteInTheGivenChunks() throws IOException {
        simulator.script(ScriptedAnswer.sse(List.of(bytes("event: pi"), bytes("ng\ndata: {}\n"), bytes("\n: end"))));

        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"));

            assertThat(connection.head()).contains("content-type: text/event-stream; charset=utf-8");
            assertThat(connection.chunks()).containsExactly("event: pi", "ng\ndata: {}\n", "\n: end");
        }
    }

    @Test
    void pausesSeparateTheChunks() throws IOException {
        simulator.script(ScriptedAnswer.sse(List.of(bytes("a"), bytes("b"), bytes("c")), Duration.ofMillis(40)));
        long start = System.nanoTime();

        assertThat(api.messages(ask("Hello")).body()).isEqualTo("abc");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }

    @Test
    void laterChangesToAnArrayDoNotReachTheScript() throws IOException {
        byte[] stream = bytes("abc");
        simulator.script(ScriptedAnswer.sse(stream));
        stream[0] = 'x';

        assertThat(api.messages(ask("Hello")).body()).isEqualTo("abc");
    }

    @Test
    void otherPathsLeaveScriptsAlone() throws IOException {
        simulator.script(ScriptedAnswer.text("kept"));
        api.get("/v1/models");
        api.send("POST", "/v1/messages/count_tokens", "{}");

        assertThat(api.text(ask("Hello"))).isEqualTo("kept");
    }

    @Test
    void aResetForgetsScripts() throws IOException {
        simulator.script(ScriptedAnswer.text("lost"));
        simulator.reset();

        assertThat(api.text(ask("Hello"))).isNotEqualTo("lost");
    }

    @Test
    void aMessageMustBeAnObject() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScriptedAnswer.message("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> ScriptedAnswer.message("{"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
