package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class InvalidRequestsAreRefusedTest {

    private static final String DEFAULTS = "{'model':'claude-opus-5','max_tokens':4000,"
            + "'messages':[{'role':'user','content':'Hello'}]}";

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** Each line replaces fields of a valid request; a null takes a field away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'model':null}                                                         | model: field required",
            "{'model':7}                                                            | model: must be a string",
            "{'max_tokens':null}                                                    | max_tokens: field required",
            "{'max_tokens':'9'}                                                     | max_tokens: must be an integer",
            "{'max_tokens':-1}                                                      | max_tokens: must be at least 0",
            "{'max_tokens':128001}                                                  | max_tokens: 128001 > 128000",
            "{'max_tokens':0,'stream':true}                                         | max_tokens: 0 only fills",
            "{'max_tokens':0,'tools':[{'name':'a','input_schema':{'type':'object'}}],'tool_choice':{'type':'any'}} "
                    + "| max_tokens: 0 only fills",
            "{'max_tokens':0,'output_config':{'format':{'type':'json_schema','schema':{'type':'string'}}}} "
                    + "| max_tokens: 0 only fills",
            "{'messages':null}                                                      | messages: field required",
            "{'messages':[]}                                                        | messages: at least one",
            "{'messages':'hi'}                                                      | messages: must be an array",
            "{'messages':[{'role':'robot','content':'x'}]}                          | messages.0.role: must be one of",
            "{'messages':[{'role':'user','content':'x','id':'1'}]}                  | messages.0.id: Extra inputs are not permitted",
            "{'messages':[{'role':'user'}]}                                         | messages.0.content: field required",
            "{'messages':[{'role':'user','content':7}]}                             | messages.0.content: must be a string or",
            "{'messages':[{'role':'user','content':''}]}                            | messages.0: all messages must have non-empty",
            "{'messages':[{'role':'user','content':[]}]}                            | messages.0: all messages must have non-empty",
            "{'messages':[{'role':'user','content':[{'type':'text','text':''}]}]}   | messages.0.content.0.text: must not be empty",
            "{'messages':[{'role':'user','content':[{'type':'sound'}]}]}            | messages.0.content.0.type: \"sound\" is no known",
            "{'messages':[{'role':'user','content':[{'type':'thinking','thinking':'x','signature':'y'}]}]} "
                    + "| messages.0.content.0.type: thinking blocks are not allowed in user messages",
            "{'stream':'yes'}                                                       | stream: must be true or false",
            "{'stop_sequences':['  ']}                                              | stop_sequences.0: must contain",
            "{'metadata':{'name':'x'}}                                              | metadata.name: Extra inputs",
            "{'service_tier':'gold'}                                                | service_tier: must be one of",
            "{'speed':'slow'}                                                       | speed: must be one of",
            "{'system':[{'type':'text','text':''}]}                                 | system.0.text: must not be empty",
            "{'colour':'red'}                                                       | colour: Extra inputs are not permitted",
            "{'context_management':{'edits':[]}}                                    | context_management: Extra inputs",
            "{'temperature':0.5}                                                    | temperature: Extra inputs",
            "{'top_p':0.5}                                                          | top_p: Extra inputs",
            "{'top_k':5}                                                            | top_k: Extra inputs",
            "{'cache_control':{'type':'forever'}}                                   | cache_control.type: must be one of",
            "{'cache_control':{'type':'ephemeral','ttl':'2h'}}                      | cache_control.ttl: must be one of",
    })
    void fieldsOfTheBody(String change, String message) throws IOException {
        assertRefused(change, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'type':'image','source':{'type':'base64','media_type':'image/bmp','data':'AAAA'}   | source.media_type: must be one of",
            "'type':'image','source':{'type':'base64','media_type':'image/png','data':'A-'}     | source.data: must be valid base64",
            "'type':'image','source':{'type':'base64','media_type':'image/png','data':''}       | source.data: must not be empty",
            "'type':'image','source':{'type':'url','url':'ftp://x/y'}                           | source.url: must be an http",
            "'type':'image','source':{'type':'file'}                                            | source.file_id: field required",
            "'type':'image','source':{'type':'text','data':'x'}                                 | source.type: must be one of",
            "'type':'image'                                                                     | source: field required",
            "'type':'document','source':{'type':'base64','media_type':'image/png','data':'AA=='}| source.media_type: must be one of",
            "'type':'document','source':{'type':'text','media_type':'text/html','data':'x'}     | source.media_type: must be one of",
            "'type':'document','source':{'type':'content','content':[{'type':'document'}]}      | source.content.0.type: must be one",
            "'type':'search_result','source':'s','title':'t'                                    | content: field required",
            "'type':'tool_result','tool_use_id':'nobody'                                        | tool_use_id: \"nobody\" answers no",
            "'type':'tool_use','id':'a','name':'b','input':{}                                   | type: tool_use blocks are not",
            "'type':'text','text':'x','citations':[{'type':'char_location'}]                    | citations: citations are not allowed",
            "'text':'x'                                                                         | type: field required",
    })
    void blocksOfTheUser(String block, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':[{" + block + "}]}]}", "messages.0.content.0." + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{}                                                          | tools.0.name: field required",
            "{'name':'a b','input_schema':{'type':'object'}}             | tools.0.name: must match",
            "{'name':'a'}                                                | tools.0.input_schema: field required",
            "{'name':'a','input_schema':{}}                              | tools.0.input_schema.type: field required",
            "{'name':'a','input_schema':{'type':'string'}}               | tools.0.input_schema.type: must be one of object",
            "{'type':'abacus_20200101','name':'a'}                       | tools.0.type: \"abacus_20200101\" is no known tool",
            "{'type':'bash_20250124','name':'sh'}                        | tools.0.name: must be one of bash",
            "{'type':'mcp_toolset','mcp_server_name':'x'}                | tools.0.type: needs the anthropic-beta value mcp-client-",
            "{'name':'a','input_schema':{'type':'object'}},{'name':'a','input_schema':{'type':'object'}} "
                    + "| tools.1.name: tool names must be unique",
            "{'name':'a','strict':true,'input_schema':{'type':'object','properties':{}}} "
                    + "| tools.0.input_schema: additionalProperties must be false",
    })
    void tools(String tools, String message) throws IOException {
        assertRefused("{'tools':[" + tools + "]}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'any'}                   | null | claude-opus-5             | tool_choice: may only be specified together",
            "{'type':'most'}                  | tool | claude-opus-5             | tool_choice.type: must be one of",
            "{'type':'tool'}                  | tool | claude-opus-5             | tool_choice.name: field required",
            "{'type':'tool','name':'b'}       | tool | claude-opus-5             | tool_choice.name: there is no tool named",
            "{'type':'any'}                   | tool | claude-sonnet-5-5         | tool_choice.type: forced tool use is not",
            "{'type':'tool','name':'a'}       | tool | claude-opus-5-5           | tool_choice.type: forced tool use is not",
    })
    void toolChoice(String choice, String tools, String model, String message) throws IOException {
        String tool = tools.equals("tool") ? "[{'name':'a','input_schema':{'type':'object'}}]" : "null";
        assertRefused("{'model':'" + model + "','tool_choice':" + choice + ",'tools':" + tool + "}", message);
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
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]} "
                    + "| messages.1.content.0: tool_use must be followed",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':'so?'} "
                    + "| messages.2.content: tool_use ids without tool_result in this message: [t1]",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':"
                    + "[{'type':'text','text':'so?'},{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.2.content.1: tool_result blocks must come first",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},{'role':'user','content':"
                    + "[{'type':'tool_result','tool_use_id':'t1'},{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.2.content.1.tool_use_id: \"t1\" answers no",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}},"
                    + "{'type':'tool_use','id':'t1','name':'a','input':{}}]} "
                    + "| messages.1.content.1.id: tool_use ids must be unique",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':{}}]},"
                    + "{'role':'system','content':'wait'},{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1'}]} "
                    + "| messages.1.content.0: tool_use must be followed",
            "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'a','input':'x'}]} "
                    + "| messages.1.content.0.input: must be an object",
            "{'role':'assistant','content':'Well'}                              | messages: the conversation must end with",
            "{'role':'assistant','content':[{'type':'document','source':{}}]}   | messages.1.content.0: document blocks are not",
            "{'role':'assistant','content':[{'type':'thinking','thinking':'x'}]} | messages.1.content.0.signature: field required",
            "{'role':'assistant','content':[{'type':'thinking','thinking':'x','signature':'eA=='}]},{'role':'user','content':'y'} "
                    + "| messages.1.content.0.signature: invalid signature",
            "{'role':'assistant','content':[{'type':'redacted_thinking','data':'eA=='}]},{'role':'user','content':'y'} "
                    + "| messages.1.content.0.data: invalid data",
    })
    void conversations(String more, String message) throws IOException {
        assertRefused("{'messages':[{'role':'user','content':'Hello'}," + more + "]}", message);
    }

    @Test
    void aFifthCacheBreakpoint() throws IOException {
        String block = "{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}";
        assertRefused("{'system':[" + block + "," + block + "],'messages':[{'role':'user','content':[" + block + "," + block
                + "," + block + "]}]}", "messages.0.content.2.cache_control: at most 4");
    }

    @Test
    void aFifthCacheBreakpointWithinAToolResult() throws IOException {
        String block = "{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}";
        assertRefused("{'messages':[{'role':'user','content':[" + block + "," + block + "]},{'role':'assistant','content':"
                + "[{'type':'tool_use','id':'t','name':'n','input':{}}]},{'role':'user','content':[{'type':'tool_result',"
                + "'tool_use_id':'t','content':[" + block + "," + block + "," + block + "]}]}]}",
                "messages.2.content.0.content.2.cache_control: at most 4");
    }

    @Test
    void aCacheBreakpointOnThinking() throws IOException {
        assertRefused("{'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'thinking',"
                + "'thinking':'x','signature':'y','cache_control':{'type':'ephemeral'}}]},{'role':'user','content':'x'}]}",
                "messages.1.content.0.cache_control: not allowed on thinking blocks");
    }

    @Test
    void citationsWithinASearchResult() throws IOException {
        assertRefused("{'messages':[{'role':'user','content':[{'type':'search_result','source':'s','title':'t','content':"
                + "[{'type':'text','text':'x','citations':[{'type':'char_location'}]}]}]}]}",
                "messages.0.content.0.content.0.citations: citations are not allowed");
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
    void aCacheBreakpointThatOutlivesTheOneBeforeIt() throws IOException {
        assertRefused("{'system':[{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}],'messages':[{'role':'user',"
                + "'content':[{'type':'text','text':'x','cache_control':{'type':'ephemeral','ttl':'1h'}}]}]}",
                "messages.0.content.0.cache_control.ttl: breakpoints with ttl 1h must come before");
    }

    @Test
    void aPrefillThatEndsInASpace() throws IOException {
        assertRefused("{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'x'},"
                + "{'role':'assistant','content':'The answer is '}]}",
                "final assistant content cannot end with trailing whitespace");
    }

    @Test
    void aFormatTogetherWithAPrefill() throws IOException {
        assertRefused(
                "{'model':'claude-haiku-4-5','output_config':{'format':{'type':'json_schema','schema':{'type':'string'}}},"
                        + "'messages':[{'role':'user','content':'x'},{'role':'assistant','content':'{'}]}",
                "output_config.format: cannot be combined with a final assistant message");
    }

    @Test
    void anImageForAModelThatSeesNothing() throws IOException {
        try (ClaudeSimulator classic = ClaudeSimulator.builder().catalog("classic").start()) {
            Api api = new Api(classic);
            ObjectNode body = Api.ask("claude-3-5-haiku-20241022", "x");
            body.set("messages", Api.json("{'m':[{'role':'user','content':[{'type':'image','source':{'type':'url',"
                    + "'url':'https://x/y'}}]}]}").get("m"));

            assertThat(api.error(api.messages(body), 400).path("message").asText())
                    .isEqualTo("messages.0.content.0: image input is not supported by claude-3-5-haiku-20241022");
        }
    }

    @Test
    void aSystemMessageToAModelThatKnowsNone() throws IOException {
        assertRefused("{'model':'claude-sonnet-5','messages':[{'role':'user','content':'x'},{'role':'system','content':'y'}]}",
                "messages.1.role: this model takes no system messages");
    }

    @Test
    void aFormatTogetherWithCitations() throws IOException {
        assertRefused(
                "{'output_config':{'format':{'type':'json_schema','schema':{'type':'object','additionalProperties':false}}},"
                        + "'messages':[{'role':'user','content':[{'type':'document','source':{'type':'text','media_type':'text/plain',"
                        + "'data':'x'},'citations':{'enabled':true}}]}]}",
                "output_config.format: cannot be combined with citations");
    }

    @Test
    void morePromptThanTheModelCanRead() throws IOException {
        String prompt = "x".repeat(4 * 200_001);
        assertRefused("{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'" + prompt + "'}]}",
                "prompt is too long: 200008 tokens > 200000 maximum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "claude-opus-4-6  | {'temperature':1.1}                                        | temperature: range: 0..1",
            "claude-opus-4-6  | {'temperature':'hot'}                                      | temperature: must be a number",
            "claude-opus-4-6  | {'top_k':0.5}                                              | top_k: must be an integer",
            "claude-opus-4-7  | {'temperature':0.5}                                        | temperature: is not supported",
            "claude-opus-4-6  | {'thinking':{'type':'enabled','budget_tokens':2000},'tool_choice':{'type':'any'},"
                    + "'tools':[{'name':'a','input_schema':{'type':'object'}}]} | tool_choice.type: thinking may not be enabled",
    })
    void theOldVersionHasItsOwnLimits(String model, String change, String message) throws IOException {
        Api api = new Api(simulator).header("anthropic-version", "2023-06-01");
        ObjectNode body = Api.json(DEFAULTS).put("model", model);
        body.setAll(Api.json(change));

        assertThat(api.error(api.messages(body), 400).path("message").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({ "claude-7", "claude-opus-4-20250514", "claude-3-5-sonnet-v2-20241022" })
    void modelsThatDoNotExistOrAreRetired(String model) throws IOException {
        Api api = new Api(simulator);
        JsonNode error = api.error(api.messages(Api.ask(model, "Hello")), 404);

        assertThat(error).isEqualTo(Api.json("{'type':'not_found_error','message':'model: " + model + "'}"));
    }

    @Test
    void bodiesThatAreNoJsonObject() throws IOException {
        Api api = new Api(simulator);

        assertThat(api.error(api.send("POST", "/v1/messages", "{\"model\":"), 400).path("message").asText())
                .isEqualTo("The request body is not valid JSON");
        assertThat(api.error(api.send("POST", "/v1/messages", "{} {}"), 400).path("message").asText())
                .isEqualTo("The request body is not valid JSON");
        assertThat(api.error(api.send("POST", "/v1/messages", ""), 400).path("message").asText())
                .isEqualTo("The request body is not valid JSON");
        assertThat(api.error(api.send("POST", "/v1/messages", "[]"), 400).path("message").asText())
                .isEqualTo("The request body must be a JSON object");
        assertThat(api.error(api.header("content-type", "text/plain").messages(Api.ask("x")), 400).path("message").asText())
                .startsWith("content-type: ");
    }

    @Test
    void versionsThatDoNotExist() throws IOException {
        Api api = new Api(simulator).header("anthropic-version", "2024-01-01");
        assertThat(api.error(api.messages(Api.ask("x")), 400).path("message").asText())
                .isEqualTo("anthropic-version: \"2024-01-01\" is not a valid version");

        api.header("anthropic-version", null);
        assertThat(api.error(api.messages(Api.ask("x")), 400).path("message").asText())
                .isEqualTo("anthropic-version: header is required");
    }

    @Test
    void bodiesThatAreTooLarge() throws IOException {
        Api api = new Api(simulator);
        HttpResponse<String> response = api.send("POST", "/v1/messages", "x".repeat(32 * 1024 * 1024 + 1));

        assertThat(api.error(response, 413).path("type").asText()).isEqualTo("request_too_large");
    }

    @Test
    void unknownPathsAndWrongMethods() throws IOException {
        Api api = new Api(simulator);

        assertThat(api.error(api.get("/v1/nothing"), 404).path("type").asText()).isEqualTo("not_found_error");
        assertThat(api.error(api.get("/v1/messages"), 405).path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(api.get("/v1/messages").headers().firstValue("allow")).contains("POST");
    }

    @Test
    void theRefusalHasTheShapeOfTheApi() throws IOException {
        HttpResponse<String> response = new Api(simulator).messages(Api.json("{'model':'claude-opus-5'}"));
        JsonNode body = Api.JSON.readTree(response.body());

        assertThat(body.fieldNames()).toIterable().containsExactly("type", "error", "request_id");
        assertThat(body.path("type").asText()).isEqualTo("error");
        assertThat(body.path("request_id").asText()).isEqualTo(response.headers().firstValue("request-id").orElseThrow());
        assertThat(response.headers().firstValue("x-should-retry")).contains("false");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    private static void assertRefused(String change, String message) throws IOException {
        ObjectNode body = Api.json(DEFAULTS);
        Api.json(change).properties().forEach(field -> {
            if (field.getValue().isNull()) {
                body.remove(field.getKey());
            } else {
                body.set(field.getKey(), field.getValue());
            }
        });
        Api api = new Api(simulator);

        JsonNode error = api.error(api.messages(body), 400);

        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).contains(message);
    }
}
