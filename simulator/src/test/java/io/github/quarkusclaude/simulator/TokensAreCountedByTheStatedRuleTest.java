package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class TokensAreCountedByTheStatedRuleTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** 3 for the request and 4 for its message are part of every sum. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "8    | {'messages':[{'role':'user','content':'four'}]}",
            "9    | {'messages':[{'role':'user','content':'five!'}]}",
            "18   | {'messages':[{'role':'user','content':'four'},{'role':'assistant','content':'ok'},{'role':'user','content':'x'}]}",
            "13   | {'system':'eightch8','messages':[{'role':'user','content':'four'}]}",
            "1608 | {'messages':[{'role':'user','content':[{'type':'text','text':'four'},"
                    + "{'type':'image','source':{'type':'url','url':'https://x/y'}}]}]}",
            "2027 | {'messages':[{'role':'user','content':[{'type':'document','source':{'type':'url','url':'https://x'}}]}]}",
            "30   | {'messages':[{'role':'user','content':[{'type':'document','title':'t','source':{'type':'text',"
                    + "'media_type':'text/plain','data':'12345678'}}]}]}",
            "330  | {'messages':[{'role':'user','content':'four'}],'tools':[{'name':'a','input_schema':{'type':'object'}}]}",
    })
    void inputTokens(int expected, String request) throws IOException {
        ObjectNode body = Api.json("{'model':'claude-haiku-5-5'}");
        body.setAll(Api.json(request));

        assertThat(count(body)).isEqualTo(expected);
    }

    @Test
    void toolCallsAndResults() throws IOException {
        ObjectNode body = Api.json("""
                {'model':'claude-haiku-5-5','messages':[{'role':'user','content':'four'},
                 {'role':'assistant','content':[{'type':'tool_use','id':'t','name':'n','input':{}}]},
                 {'role':'user','content':[{'type':'tool_result','tool_use_id':'t','content':'1234'}]}]}""");

        assertThat(count(body)).isEqualTo(3 + (4 + 1) + (4 + 12 + 1) + (4 + 8 + 1));
    }

    @Test
    void theUsageOfAMessageFollowsTheSameRule() throws IOException {
        ObjectNode body = Api
                .json("{'model':'claude-haiku-5-5','messages':[{'role':'user','content':'Say exactly: 12345678'}]}");
        int counted = count(body);

        JsonNode usage = new Api(simulator).answer(body.put("max_tokens", 100)).path("usage");

        assertThat(usage.path("input_tokens").asInt()).isEqualTo(counted);
        assertThat(usage.path("output_tokens").asInt()).isEqualTo(2);
        assertThat(usage.path("cache_creation_input_tokens").asInt(-1)).isZero();
        assertThat(usage.path("cache_read_input_tokens").asInt(-1)).isZero();
        assertThat(usage.path("cache_creation")).isEqualTo(
                Api.json("{'ephemeral_5m_input_tokens':0,'ephemeral_1h_input_tokens':0}"));
        assertThat(usage.has("output_tokens_details")).isFalse();
    }

    @Test
    void whatIsNotCountedMayNotBeSent() throws IOException {
        Api api = new Api(simulator);
        assertThat(api.error(api.send("POST", "/v1/messages/count_tokens", Api.ask("x").toString()), 400)
                .path("message").asText()).isEqualTo("max_tokens: Extra inputs are not permitted");
    }

    @Test
    void requestsAreCheckedBeforeTheyAreCounted() throws IOException {
        Api api = new Api(simulator);
        assertThat(
                api.error(api.send("POST", "/v1/messages/count_tokens", "{\"model\":\"claude-opus-5\",\"messages\":[]}"), 400)
                        .path("message").asText())
                .startsWith("messages: ");
    }

    private static int count(ObjectNode body) throws IOException {
        var response = new Api(simulator).send("POST", "/v1/messages/count_tokens", body.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Api.JSON.readTree(response.body());
        assertThat(answer.fieldNames()).toIterable().containsExactly("input_tokens");
        return answer.path("input_tokens").asInt();
    }
}
