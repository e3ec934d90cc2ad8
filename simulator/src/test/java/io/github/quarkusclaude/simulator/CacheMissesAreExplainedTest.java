package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class CacheMissesAreExplainedTest {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'model':'claude-opus-4-8'}                                | model_changed",
            "{'system':'Be brief'}                                      | system_changed",
            "{'tools':[{'name':'a','input_schema':{'type':'object'}}]}  | tools_changed",
            "{'messages':[{'role':'user','content':'Something else'}]}  | messages_changed",
    })
    void whatChangedIsNamed(String change, String reason) throws IOException {
        ObjectNode body = ask("claude-opus-5", "Hello " + reason);
        body.putObject("diagnostics").putNull("previous_message_id");
        JsonNode first = api.answer(body);
        assertThat(first.path("diagnostics").isNull()).isTrue();
        body.putObject("diagnostics").put("previous_message_id", first.path("id").asText());
        assertThat(api.answer(body).path("diagnostics").isNull()).isTrue();
        body.setAll(json(change));

        JsonNode miss = api.answer(body).at("/diagnostics/cache_miss_reason");

        assertThat(miss.path("type").asText()).isEqualTo(reason);
        assertThat(miss.path("cache_missed_input_tokens").asInt()).isPositive();
    }

    @Test
    void anUnknownMessageIsSaidToBeUnknown() throws IOException {
        ObjectNode body = ask("Hello");
        body.putObject("diagnostics").put("previous_message_id", "msg_unknown");

        assertThat(api.answer(body).at("/diagnostics/cache_miss_reason/type").asText()).isEqualTo("previous_message_not_found");
        assertThat(api.answer(ask("Hello")).has("diagnostics")).isFalse();
    }
}
