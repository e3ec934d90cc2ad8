package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class StreamedAndWholeAnswersAgreeTest {

    private static final String TOOLS = "'tools':[{'name':'get_weather','input_schema':{'type':'object','properties':"
            + "{'city':{'type':'string'}},'required':['city']}},{'name':'get_time','input_schema':{'type':'object'}}]";

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'messages':[{'role':'user','content':'Explain the sea'}]}",
            "{'messages':[{'role':'user','content':'Say exactly: äöü 🐘🐘🐘 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字'}]}",
            "{'messages':[{'role':'user','content':'lorem 700 tokens'}]}",
            "{'messages':[{'role':'user','content':'lorem 700 tokens'}],'max_tokens':13}",
            "{'messages':[{'role':'user','content':'Explain the sea'}],'stop_sequences':['the']}",
            "{'messages':[{'role':'user','content':'Explain the sea'}],'thinking':{'type':'adaptive','display':'summarized'}}",
            "{'messages':[{'role':'user','content':'Explain the sea'}],'thinking':{'type':'adaptive'}}",
            "{'messages':[{'role':'user','content':'weather and time in Bern'}]," + TOOLS + "}",
            "{'messages':[{'role':'user','content':'ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL'}]}",
    })
    void theSameRequestGetsTheSameMessageEitherWay(String request) throws IOException {
        ObjectNode body = Api.json("{'model':'claude-haiku-5-5','max_tokens':4000}");
        body.setAll(Api.json(request));
        Api api = new Api(simulator);

        assertThat(Event.accumulate(api.stream(body))).isEqualTo(api.answer(body));
    }
}
