package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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

class ServerToolsAreCarriedOutTest {

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

    @Test
    void aSearchOnTheWeb() throws IOException {
        JsonNode answer = answer("Search the web for tides", "{'type':'web_search_20260318','name':'web_search'}");

        assertThat(types(answer)).containsExactly("server_tool_use", "web_search_tool_result", "text", "text", "text");
        JsonNode use = answer.at("/content/0");
        assertThat(use.path("id").asText()).startsWith("srvtoolu_").isEqualTo(answer.at("/content/1/tool_use_id").asText());
        assertThat(use.at("/input/query").asText()).contains("tides");
        JsonNode found = answer.at("/content/1/content/0");
        assertThat(found.path("title").asText()).startsWith("Simulated search result 1");
        JsonNode citation = answer.at("/content/3/citations/0");
        assertThat(citation.path("type").asText()).isEqualTo("web_search_result_location");
        assertThat(citation.path("encrypted_index")).isEqualTo(found.path("encrypted_content"));
        assertThat(answer.at("/usage/server_tool_use").toString())
                .isEqualTo("{\"web_search_requests\":1,\"web_fetch_requests\":0}");
        assertThat(answer.path("stop_reason").asText()).isEqualTo("end_turn");
    }

    @Test
    void aPageThatThePromptNames() throws IOException {
        JsonNode answer = answer("Summarize https://docs.example.org/a?b=1.",
                "{'type':'web_fetch_20250910','name':'web_fetch','citations':{'enabled':true}}");

        assertThat(answer.at("/content/0/input/url").asText()).isEqualTo("https://docs.example.org/a?b=1");
        JsonNode document = answer.at("/content/1/content/content");
        assertThat(answer.at("/content/1/content/type").asText()).isEqualTo("web_fetch_result");
        assertThat(document.path("type").asText()).isEqualTo("document");
        assertThat(document.at("/source/data").asText()).contains(answer.at("/content/3/citations/0/cited_text").asText());
        assertThat(answer.at("/usage/server_tool_use/web_fetch_requests").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'allowed_domains':['example.com'] | url_not_allowed",
            "'blocked_domains':['example.org'] | url_not_allowed",
            "'allowed_domains':['example.org'] | ",
    })
    void pagesOfAllowedDomainsOnly(String domains, String error) throws IOException {
        JsonNode answer = answer("Read https://docs.example.org/",
                "{'type':'web_fetch_20250910','name':'web_fetch'," + domains + "}");

        assertThat(answer.at("/content/1/content/error_code").asText(null)).isEqualTo(error);
    }

    @Test
    void fetchesBeyondTheLimitFail() throws IOException {
        JsonNode answer = answer("Compare https://a.example.org/ with https://b.example.org/ and https://c.example.org/",
                "{'type':'web_fetch_20250910','name':'web_fetch','max_uses':2}");

        assertThat(answer.at("/content/0/input/url").asText()).isEqualTo("https://a.example.org/");
        assertThat(answer.at("/content/3/content/type").asText()).isEqualTo("web_fetch_result");
        assertThat(answer.at("/content/4/input/url").asText()).isEqualTo("https://c.example.org/");
        assertThat(answer.at("/content/5/tool_use_id")).isEqualTo(answer.at("/content/4/id"));
        assertThat(answer.at("/content/5/content"))
                .isEqualTo(json("{'type':'web_fetch_tool_result_error','error_code':'max_uses_exceeded'}"));
        assertThat(answer.at("/usage/server_tool_use/web_fetch_requests").asInt()).isEqualTo(2);
    }

    @Test
    void searchesBeyondTheLimitFail() throws IOException {
        String prompt = "Search the web for tides. Then search the web for winds.";
        JsonNode answer = answer(prompt, "{'type':'web_search_20250305','name':'web_search','max_uses':1}");

        assertThat(answer.at("/content/0/input/query").asText()).isEqualTo("Search the web for tides.");
        assertThat(answer.at("/content/1/content")).hasSize(2);
        assertThat(answer.at("/content/2/input/query").asText()).isEqualTo("Then search the web for winds.");
        assertThat(answer.at("/content/3/content"))
                .isEqualTo(json("{'type':'web_search_tool_result_error','error_code':'max_uses_exceeded'}"));
        assertThat(answer.at("/usage/server_tool_use/web_search_requests").asInt()).isEqualTo(1);
        assertThat(answer(prompt, "{'type':'web_search_20250305','name':'web_search','max_uses':2}")
                .at("/usage/server_tool_use/web_search_requests").asInt()).isEqualTo(2);
    }

    @Test
    void callsThatCodeMakesAreShownWithTheirCaller() throws IOException {
        JsonNode answer = answer("Search the web for tides",
                "{'type':'web_search_20260318','name':'web_search','allowed_callers':['code_execution_20260521']}");

        assertThat(types(answer)).startsWith("server_tool_use", "server_tool_use", "web_search_tool_result",
                "code_execution_tool_result", "text");
        JsonNode code = answer.at("/content/0");
        assertThat(code.path("name").asText()).isEqualTo("code_execution");
        assertThat(answer.at("/content/3/tool_use_id")).isEqualTo(code.path("id"));
        JsonNode caller = json("{'type':'code_execution_20260521','tool_id':'" + code.path("id").asText() + "'}");
        assertThat(answer.at("/content/1/caller")).isEqualTo(caller);
        assertThat(answer.at("/content/2/caller")).isEqualTo(caller);
        assertThat(answer.at("/container/id").asText()).startsWith("container_");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "Search the web for tides     | 'type':'web_search_20260318','name':'web_search' | web_search_requests",
            "Read https://www.example.org | 'type':'web_fetch_20260318','name':'web_fetch'   | web_fetch_requests",
    })
    void whatCodeHasReadCanBeLeftOut(String prompt, String tool, String count) throws IOException {
        JsonNode answer = answer(prompt, "{" + tool + ",'response_inclusion':'excluded'}");

        assertThat(types(answer)).containsExactly("server_tool_use", "code_execution_tool_result", "text");
        assertThat(answer.at("/content/1/content/stdout").asText()).startsWith("This was made up by the simulator.");
        assertThat(answer.at("/usage/server_tool_use/" + count).asInt()).isEqualTo(1);
        assertThat(answer.at("/usage/output_tokens").asInt()).isLessThan(
                answer(prompt, "{" + tool + ",'allowed_callers':['code_execution_20260120']}").at("/usage/output_tokens")
                        .asInt());
    }

    @Test
    void whatTheModelHasReadItselfIsNeverLeftOut() throws IOException {
        JsonNode answer = answer("Search the web for tides", "{'type':'web_search_20260318','name':'web_search',"
                + "'response_inclusion':'excluded','allowed_callers':['direct']}");

        assertThat(types(answer)).startsWith("server_tool_use", "web_search_tool_result", "text");
        assertThat(answer.at("/content/0/caller/type").asText()).isEqualTo("direct");
    }

    @Test
    void codeThatWritesAFile() throws IOException {
        JsonNode answer = answer("Run Python code for 6 * 7 and save it to a file",
                "{'type':'code_execution_20260521','name':'code_execution'}");

        assertThat(types(answer)).containsExactly("server_tool_use", "bash_code_execution_tool_result", "text");
        JsonNode result = answer.at("/content/1/content");
        assertThat(result.path("stdout").asText()).isEqualTo("42\n");
        String file = result.at("/content/0/file_id").asText();
        assertThat(api.get("/v1/files/" + file + "/content").body()).contains("42");
        assertThat(answer.at("/container/id").asText()).startsWith("container_");
        assertThat(answer.at("/container/expires_at").asText()).isNotEmpty();
    }

    @Test
    void theFirstCodeToolRanPythonOnly() throws IOException {
        JsonNode answer = answer("Run code for 6 * 7", "{'type':'code_execution_20250522','name':'code_execution'}");

        assertThat(answer.at("/content/0/input/code").asText()).isEqualTo("print(6 * 7)");
        assertThat(answer.at("/content/1/content/type").asText()).isEqualTo("code_execution_result");
    }

    @Test
    void aContainerIsUsedAgainWithItsSkills() throws IOException {
        ObjectNode body = ask("Hello");
        body.setAll(json("{'container':{'skills':[{'type':'anthropic','skill_id':'xlsx'}]}}"));
        String id = api.answer(body).at("/container/id").asText();
        assertThat(id).startsWith("container_");
        ((ObjectNode) body.path("container")).put("id", id);

        assertThat(api.answer(body).at("/container/id").asText()).isEqualTo(id);
        assertThat(api.answer(body).at("/container/skills/0/version").asText()).isEqualTo("latest");
        assertThat(api.answer(body.put("container", id)).at("/container/id").asText()).isEqualTo(id);
    }

    @Test
    void aContainerThatAScriptGaveOutIsTakenBack() throws IOException {
        simulator.script(ScriptedAnswer.message("{\"content\":[],\"container\":{\"id\":\"container_scripted\"}}"));
        api.answer(ask("Hello"));

        assertThat(api.answer(ask("Hello").put("container", "container_scripted")).at("/container/id").asText())
                .isEqualTo("container_scripted");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'container_unknown'", "{'id':'container_unknown'}" })
    void aContainerThatNobodyKnowsIsRefused(String container) throws IOException {
        ObjectNode body = ask("Hello");
        body.setAll(json("{'container':" + container + "}"));

        JsonNode error = api.error(api.messages(body), 404);

        assertThat(error.path("type").asText()).isEqualTo("not_found_error");
        assertThat(error.path("message").asText()).contains("container_unknown");
    }

    @Test
    void aContainerExpires() throws IOException {
        VirtualClock clock = new VirtualClock();
        try (ClaudeSimulator aging = ClaudeSimulator.builder().clock(clock).start()) {
            Api agingApi = new Api(aging);
            ObjectNode body = asking("Run code for 6 * 7", "{'type':'code_execution_20260521','name':'code_execution'}");
            String id = agingApi.answer(body).at("/container/id").asText();
            clock.advance(Duration.ofDays(29));
            agingApi.answer(body.put("container", id));
            clock.advance(Duration.ofDays(1));

            assertThat(agingApi.error(agingApi.messages(body), 404).path("message").asText()).contains("has expired");
        }
    }

    @Test
    void aSearchForToolsThatAreKeptOutOfThePrompt() throws IOException {
        String weather = "{'name':'get_weather','defer_loading':true,'input_schema':{'type':'object','properties':"
                + "{'city':{'type':'string'}},'required':['city']}}";
        String search = "{'type':'tool_search_tool_bm25_20251119','name':'tool_search_tool_bm25'}";

        JsonNode answer = answer("What is the weather in Bern?", weather + "," + search);

        assertThat(types(answer)).containsExactly("server_tool_use", "tool_search_tool_result", "text", "tool_use");
        assertThat(answer.at("/content/1/content/tool_references/0/tool_name").asText()).isEqualTo("get_weather");
        assertThat(answer.at("/content/3/input/city").asText()).isEqualTo("Bern");
        assertThat(types(answer("Hello", weather + "," + search))).containsExactly("text");
    }

    @Test
    void aToolOfAnMcpServer() throws IOException {
        ObjectNode body = ask("Ask the tickets server for open bugs");
        body.setAll(json("{'mcp_servers':[{'type':'url','url':'https://x','name':'tickets'}],'tools':[{'type':'mcp_toolset',"
                + "'mcp_server_name':'tickets','configs':{'delete':{'enabled':false},'find':{}}}]}"));
        Api beta = new Api(simulator).header("anthropic-beta", "mcp-client-2025-11-20");

        JsonNode answer = beta.answer(body);

        assertThat(types(answer)).containsExactly("mcp_tool_use", "mcp_tool_result", "text");
        assertThat(answer.at("/content/0/name").asText()).isEqualTo("find");
        assertThat(answer.at("/content/0/server_name").asText()).isEqualTo("tickets");
        assertThat(answer.at("/content/1/tool_use_id")).isEqualTo(answer.at("/content/0/id"));
        assertThat(answer.at("/content/1/is_error").asBoolean(true)).isFalse();
    }

    @Test
    void anAdvisor() throws IOException {
        ObjectNode body = ask("Give me advice");
        body.setAll(json("{'tools':[{'type':'advisor_20260301','name':'advisor','model':'claude-opus-5'}]}"));

        JsonNode answer = new Api(simulator).header("anthropic-beta", "advisor-tool-2026-03-01").answer(body);

        assertThat(answer.at("/content/1/content/type").asText()).isEqualTo("advisor_result");
    }

    @Test
    void aToolIsUsedIfItIsForcedAndLeftIfItIsForbidden() throws IOException {
        ObjectNode forced = asking("Hello", "{'type':'web_search_20250305','name':'web_search'}");
        forced.putObject("tool_choice").put("type", "tool").put("name", "web_search");
        assertThat(types(api.answer(forced))).startsWith("server_tool_use");

        ObjectNode forbidden = asking("Search the web", "{'type':'web_search_20250305','name':'web_search'}");
        forbidden.putObject("tool_choice").put("type", "none");
        assertThat(types(api.answer(forbidden))).containsExactly("text");
        assertThat(types(answer("Hello", "{'type':'web_search_20250305','name':'web_search'}"))).containsExactly("text");
    }

    @Test
    void aTurnThatIsPausedGoesOnWhenItComesBack() throws IOException {
        ObjectNode body = asking("Search the web SIMULATOR_TRIGGER_PAUSE_TURN",
                "{'type':'web_search_20250305','name':'web_search'}").put("model", "claude-opus-5");
        JsonNode paused = api.answer(body);
        assertThat(paused.path("stop_reason").asText()).isEqualTo("pause_turn");
        assertThat(types(paused)).endsWith("web_search_tool_result");

        ((ArrayNode) body.path("messages")).addObject().put("role", "assistant").set("content", paused.path("content"));
        JsonNode done = api.answer(body);

        assertThat(done.path("stop_reason").asText()).isEqualTo("end_turn");
        assertThat(types(done)).contains("text").doesNotContain("server_tool_use");
    }

    @Test
    void streamedTheyAreTheSame() throws IOException {
        ObjectNode body = asking("Run Python code for 6 * 7 and search the web",
                "{'type':'web_search_20250305','name':'web_search'},{'type':'code_execution_20250825','name':'code_execution'}");

        List<Event> events = api.stream(body);

        JsonNode whole = api.answer(body);
        assertThat(Event.accumulate(events).path("content")).isEqualTo(whole.path("content"));
        assertThat(events.get(0).data().at("/message/container").isNull()).isTrue();
        assertThat(events.get(events.size() - 2).data().at("/delta/container/id")).isEqualTo(whole.at("/container/id"));
        assertThat(events.get(events.size() - 2).data().at("/usage/server_tool_use/web_search_requests").asInt()).isEqualTo(1);
    }

    private static JsonNode answer(String prompt, String tools) throws IOException {
        return api.answer(asking(prompt, tools));
    }

    private static ObjectNode asking(String prompt, String tools) {
        ObjectNode body = ask(prompt);
        body.setAll(json("{'tools':[" + tools + "]}"));
        return body;
    }

    private static List<String> types(JsonNode message) {
        List<String> types = new ArrayList<>();
        message.path("content").forEach(block -> types.add(block.path("type").asText()));
        return types;
    }
}
