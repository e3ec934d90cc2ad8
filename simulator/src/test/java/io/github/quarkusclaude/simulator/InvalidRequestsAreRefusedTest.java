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
        ObjectNode body = Api.ask("claude-opus-5", "Hello").put("model", model);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'container':{'id':7}} | container.id: must be a string",
            "{'container':{'skills':[{'type':'stolen','skill_id':'s'}]}} | container.skills.0.type: must be one of",
            "{'container':{'skills':[{'type':'custom'}]}} | container.skills.0.skill_id: field required",
            "{'container':{'name':'x'}} | container.name: Extra inputs",
            "{'diagnostics':{'previous_message_id':7}} | diagnostics.previous_message_id: must be a string",
            "{'metadata':{'user_id':7}} | metadata.user_id: must be a string",
            "{'inference_geo':'mars'} | inference_geo: must be one of",
            "{'model':'claude-haiku-4-5','inference_geo':'us'} | inference_geo: is not supported by claude-haiku-4-5",
            "{'system':7} | system: must be a string or an array",
            "{'system':[{'type':'image','text':'x'}]} | system.0.type: must be one of text",
            "{'cache_control':{'type':'ephemeral','length':1}} | cache_control.length: Extra inputs",
    })
    void smallFields(String change, String message) throws IOException {
        assertRefused(change, message);
    }

    private static void assertRefused(String change, String message) throws IOException {
        new Api(simulator).assertRefused(change, message);
    }
}
