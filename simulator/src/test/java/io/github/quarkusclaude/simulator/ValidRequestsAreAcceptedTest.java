package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class ValidRequestsAreAcceptedTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().model("my-model").start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'model':'claude-opus-5','thinking':{'type':'disabled'},'output_config':{'effort':'high'}}",
            "{'model':'claude-sonnet-5-5','thinking':{'type':'between_tools'},'output_config':{'effort':'high'}}",
            "{'model':'claude-opus-4-6','thinking':{'type':'enabled','budget_tokens':1024}}",
            "{'model':'claude-mythos-5-1','thinking':{'type':'enabled','budget_tokens':1024}}",
            "{'system':'Be brief','metadata':{'user_id':null},'service_tier':'auto','inference_geo':'us','speed':'fast',"
                    + "'container':{'skills':[]},'diagnostics':{'previous_message_id':null},'cache_control':null,'stop_sequences':['x']}",
            "{'messages':[{'role':'user','content':'a'},{'role':'user','content':'b'}]}",
            "{'messages':[{'role':'user','content':'a'},{'role':'system','content':'b'}]}",
            "{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'a'},{'role':'assistant','content':'The answer is'}]}",
            "{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'a'},{'role':'assistant','content':''}]}",
            "{'messages':[{'role':'user','content':[{'type':'image','source':{'type':'url','url':'https://x/y.png'}},"
                    + "{'type':'document','source':{'type':'content','content':[{'type':'text','text':'x'}]},'title':'t'},"
                    + "{'type':'search_result','source':'s','title':'t','content':[{'type':'text','text':'x'}]}]}]}",
            "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':[{'type':'tool_use','id':'t','name':'n',"
                    + "'input':{}}]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'t','is_error':true,'content':"
                    + "[{'type':'text','text':'broken'},{'type':'image','source':{'type':'url','url':'https://x/y'}}]}]}]}",
            "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':[{'type':'server_tool_use','id':'t',"
                    + "'name':'web_search','input':{}},{'type':'web_search_tool_result','tool_use_id':'t','content':[]},"
                    + "{'type':'text','text':'x','citations':[{'type':'web_search_result_location'}]}]},"
                    + "{'role':'user','content':'b'}]}",
            "{'tools':[{'type':'web_search_20260318','name':'web_search'},{'type':'bash_20250124','name':'bash'},"
                    + "{'type':'browser_toolset_20260801'},{'type':'custom','name':'x','input_schema':{'type':'object'}}]}",
    })
    void inTheNewVersion(String change) throws IOException {
        assertAccepted(new Api(simulator), change);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'model':'claude-opus-4-6','temperature':1,'top_p':0.5,'top_k':40}",
            "{'model':'my-model','temperature':0}",
            "{'messages':[{'role':'user','content':[{'type':'text','text':'x','citations':[{'type':'char_location'}]}]}]}",
            "{'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'document','source':"
                    + "{'type':'text','media_type':'text/plain','data':'x'}}]},{'role':'user','content':'x'}]}",
    })
    void inTheOldVersion(String change) throws IOException {
        assertAccepted(new Api(simulator).header("anthropic-version", "2023-06-01"), change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "context-management-2025-06-27           | {'context_management':{'edits':[]}}",
            "mcp-client-2025-11-20                   | {'mcp_servers':[{'type':'url','url':'https://x','name':'x'}],"
                    + "'tools':[{'type':'mcp_toolset','mcp_server_name':'x'}]}",
            "foo, server-side-fallback-2026-07-01    | {'fallbacks':'default'}",
            "interleaved-thinking-2025-05-14         | {'model':'claude-opus-4-6','thinking':{'type':'enabled','budget_tokens':9000}}",
            "thinking-binding-controls-2026-08-01    | {'thinking':{'type':'adaptive','block_binding':{}}}",
            "mid-conversation-output-config-2026-07-01 | {'messages':[{'role':'user','content':'x'},"
                    + "{'role':'system','content':'y','output_config':{'effort':'low'}}]}",
            "task-budgets-2026-03-13                 | {'output_config':{'task_budget':{'type':'tokens','total':9}}}",
            "thinking-display-updates-2026-08-18     | {'thinking':{'type':'adaptive','display':'updates'}}",
            "computer-use-2025-11-24                 | {'tools':[{'type':'computer_20251124','name':'computer',"
                    + "'display_width_px':800,'display_height_px':600}]}",
    })
    void withTheirBetaValue(String beta, String change) throws IOException {
        assertAccepted(new Api(simulator).header("anthropic-beta", beta), change);
    }

    @Test
    void aModelTheCatalogueDoesNotKnowTakesEverything() throws IOException {
        assertAccepted(new Api(simulator).header("anthropic-version", "2023-06-01"),
                "{'model':'my-model','max_tokens':9000000,'temperature':0.5,'thinking':{'type':'enabled','budget_tokens':2000},"
                        + "'output_config':{'effort':'max'},'messages':[{'role':'user','content':'x'},"
                        + "{'role':'assistant','content':'Well'}]}");
    }

    @Test
    void withACharsetInTheContentType() throws IOException {
        new Api(simulator).header("content-type", "Application/JSON; charset=utf-8").answer(Api.ask("Hello"));
    }

    @Test
    void withTheQueryOfOlderClients() throws IOException {
        assertThat(new Api(simulator).send("POST", "/v1/messages?beta=true", Api.ask("Hello").toString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void inTheClassicCatalogueEveryModelAnswersUnderTheNameItHasOnTheWire() throws IOException {
        try (ClaudeSimulator classic = ClaudeSimulator.builder().catalog("classic").start()) {
            Api api = new Api(classic);
            for (String model : new String[] { "claude-3-haiku-20240307", "claude-3-5-sonnet-20241022",
                    "claude-opus-4-20250514", "claude-opus-4-5-20251101" }) {
                assertThat(api.answer(Api.ask(model, "Hello")).path("model").asText()).isEqualTo(model);
            }
            api.error(api.messages(Api.ask("claude-3-5-sonnet-v2-20241022", "Hello")), 404);
            api.error(api.messages(Api.ask("claude-sonnet-5-5", "Hello")), 404);
        }
    }

    private static void assertAccepted(Api api, String change) throws IOException {
        ObjectNode body = Api.json(
                "{'model':'claude-opus-5','max_tokens':4000,'messages':[{'role':'user','content':'Hello'}]}");
        body.setAll(Api.json(change));

        HttpResponse<String> response = api.messages(body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
