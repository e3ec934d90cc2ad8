package io.github.quarkusclaude.simulator;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidOutputConfigurationsAreRefusedTest {

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
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "claude-opus-5     | {'type':'deep'}                                | low   | thinking.type: must be one of",
            "claude-opus-5     | {'type':'enabled','budget_tokens':2000}        | low   | thinking.type: \"enabled\" is not supported",
            "claude-opus-5     | {'type':'disabled'}                            | max   | thinking.type: \"disabled\" cannot be combined",
            "claude-opus-5     | {'type':'between_tools'}                       | low   | thinking.type: \"between_tools\" is not",
            "claude-sonnet-5-5 | {'type':'disabled'}                            | low   | thinking.type: \"disabled\" is not supported",
            "claude-sonnet-5-5 | {'type':'between_tools'}                       | xhigh | thinking.type: \"between_tools\" cannot be",
            "claude-opus-5     | {'type':'adaptive','budget_tokens':2000}       | low   | thinking.budget_tokens: Extra inputs",
            "claude-opus-5     | {'type':'adaptive','display':'all'}            | low   | thinking.display: must be one of",
            "claude-opus-4-6   | {'type':'enabled'}                             | low   | thinking.budget_tokens: field required",
            "claude-opus-4-6   | {'type':'enabled','budget_tokens':1023}        | low   | thinking.budget_tokens: must be at least 1024",
            "claude-opus-4-6   | {'type':'enabled','budget_tokens':4000}        | low   | thinking.budget_tokens: must be less than",
            "claude-opus-4-6   | null                                           | xhigh | output_config.effort: \"xhigh\" is not supported",
            "claude-haiku-4-5  | null                                           | low   | output_config.effort: \"low\" is not supported",
            "claude-haiku-4-5  | {'type':'adaptive'}                            |       | thinking.type: \"adaptive\" is not supported",
            "claude-opus-5     | null                                           | huge  | output_config.effort: must be one of",
    })
    void thinkingAndEffort(String model, String thinking, String effort, String message) throws IOException {
        String config = effort == null ? "null" : "{'effort':'" + effort + "'}";
        assertRefused("{'model':'" + model + "','thinking':" + thinking + ",'output_config':" + config + "}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'object'}                                                                        | additionalProperties must be",
            "{'type':'object','additionalProperties':true}                                            | additionalProperties must be",
            "{'type':'integer','minimum':3}                                                           | .minimum: this keyword",
            "{'type':'string','maxLength':3}                                                          | .maxLength: this keyword",
            "{'type':'array','minItems':2,'items':{'type':'null'}}                                    | .minItems: only 0 and 1",
            "{'type':'string','pattern':'^(?=x)'}                                                     | .pattern: lookaround",
            "{'$ref':'https://example.com/x'}                                                         | .$ref: external",
            "{'$ref':'#/$defs/a','$defs':{'a':{'type':'array','items':{'$ref':'#/$defs/a'}}}}         | recursive schemas",
    })
    void schemasOfTheOutput(String schema, String message) throws IOException {
        assertRefused("{'output_config':{'format':{'type':'json_schema','schema':" + schema + "}}}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "25 | {'type':'string'}          |    | too many optional parameters (25)",
            "17 | {'type':['string','null']} | p% | too many parameters with union types (17)",
    })
    void schemasWithTooManyParametersOfAKind(int count, String type, String required, String message) throws IOException {
        StringBuilder properties = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            properties.append(i == 0 ? "" : ",").append("'p").append(i).append("':").append(type);
            names.append(i == 0 ? "" : ",").append("'p").append(i).append("'");
        }
        assertRefused("{'output_config':{'format':{'type':'json_schema','schema':{'type':'object','additionalProperties':false,"
                + "'required':[" + (required == null ? "" : names) + "],'properties':{" + properties + "}}}}}", message);
    }

    @Test
    void tooManyStrictTools() throws IOException {
        StringBuilder tools = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            tools.append(i == 0 ? "" : ",").append("{'name':'t").append(i)
                    .append("','strict':true,'input_schema':{'type':'object','additionalProperties':false}}");
        }
        assertRefused("{'tools':[" + tools + "]}", "tools.20: too many strict tools");
    }

    @Test
    void aFormatTogetherWithAPrefill() throws IOException {
        assertRefused(
                "{'model':'claude-haiku-4-5','output_config':{'format':{'type':'json_schema','schema':{'type':'string'}}},"
                        + "'messages':[{'role':'user','content':'x'},{'role':'assistant','content':'{'}]}",
                "output_config.format: cannot be combined with a final assistant message");
    }

    @Test
    void aFormatTogetherWithCitations() throws IOException {
        assertRefused(
                "{'output_config':{'format':{'type':'json_schema','schema':{'type':'object','additionalProperties':false}}},"
                        + "'messages':[{'role':'user','content':[{'type':'document','source':{'type':'text','media_type':'text/plain',"
                        + "'data':'x'},'citations':{'enabled':true}}]}]}",
                "output_config.format: cannot be combined with citations");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'text'} | schema.type: must be one of",
            "{'type':['string','text']} | schema.type.1: must be one of",
            "{'type':'string','format':'phone'} | schema.format: must be one of",
            "{'enum':[{'a':1}]} | schema.enum.0: only strings, numbers, booleans and null",
            "{'oneOf':[{'type':'string'}]} | schema.oneOf: this keyword",
            "{'type':'array','prefixItems':[]} | schema.prefixItems: this keyword",
            "{'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'type':'string'}}} | schema.allOf.0.$ref: references within allOf",
            "{'type':'array','items':true} | schema.items: must be an object",
    })
    void furtherSchemas(String schema, String message) throws IOException {
        assertRefused("{'output_config':{'format':{'type':'json_schema','schema':" + schema + "}}}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'output_config':{'verbosity':'low'}} | output_config.verbosity: Extra inputs",
            "{'output_config':{'format':{'type':'json_schema','schema':{'type':'string'},'name':'x'}}} | output_config.format.name: Extra",
            "{'output_config':{'format':{'type':'json_schema'}}} | output_config.format.schema: field required",
            "{'output_config':{'format':{'type':'xml','schema':{}}}} | output_config.format.type: must be one of",
            "{'output_config':{'task_budget':{'type':'tokens','total':9}}} | output_config.task_budget: Extra inputs",
            "{'thinking':{'type':'adaptive','block_binding':{}}} | thinking.block_binding: Extra inputs",
            "{'thinking':{'type':'adaptive','display':'updates'}} | thinking.display: must be one of",
    })
    void furtherConfigurations(String change, String message) throws IOException {
        assertRefused(change, message);
    }

    private static void assertRefused(String change, String message) throws IOException {
        new Api(simulator).assertRefused(change, message);
    }
}
