package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class InvalidToolsAreRefusedTest {

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
            "{'name':'a','input_schema':{'type':'object'},'max_uses':3} | tools.0.max_uses: Extra inputs",
            "{'name':'a','input_schema':{'type':'object'},'eager_input_streaming':'yes'} | tools.0.eager_input_streaming: must be true",
            "{'name':'a','input_schema':{'type':'object'},'allowed_callers':['anybody']} | tools.0.allowed_callers.0: must be one of",
            "{'name':'a','input_schema':{'type':'object'},'input_examples':['x']} | tools.0.input_examples.0: must be an object",
            "{'name':'a','input_schema':{'type':'object'},'defer_loading':true} | tools: at least one tool must not have defer_loading",
            "{'type':'bash_20250124','name':'bash','eager_input_streaming':true} | tools.0.eager_input_streaming: Extra inputs",
            "{'type':'web_search_20260318','name':'web_search','input_examples':[]} | tools.0.input_examples: Extra inputs",
            "{'type':'web_search_20260318','name':'web_search','max_uses':0} | tools.0.max_uses: must be at least 1",
            "{'type':'web_search_20250305','name':'web_search','response_inclusion':'full'} | tools.0.response_inclusion: Extra inputs",
            "{'type':'web_search_20250305','name':'web_search','allowed_domains':['a'],'blocked_domains':['b']} | tools.0.blocked_domains: cannot be",
            "{'type':'web_search_20250305','name':'web_search','user_location':{'type':'exact'}} | tools.0.user_location.type: must be one",
            "{'type':'web_fetch_20260209','name':'web_fetch','use_cache':true} | tools.0.use_cache: Extra inputs",
            "{'type':'web_fetch_20260318','name':'web_fetch','url_sources':{'user_input':'some'}} | tools.0.url_sources.user_input: must be",
            "{'type':'computer_toolset_20260801','strict':true} | tools.0.strict: Extra inputs",
            "{'type':'computer_toolset_20260801','name':'computer'} | tools.0.name: Extra inputs",
            "{'type':'browser_toolset_20260801','configs':{'fly':{}}} | tools.0.configs.fly: Extra inputs",
            "{'type':'computer_20251124','name':'computer'} | tools.0.type: needs the anthropic-beta value computer-use-2025-11-24",
            "{'type':'advisor_20260301','name':'advisor','model':'x'} | tools.0.type: needs the anthropic-beta value advisor-tool-2026-03-01",
    })
    void fieldsOfTools(String tool, String message) throws IOException {
        assertRefused("{'tools':[" + tool + "]}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'none','disable_parallel_tool_use':true} | tool_choice.disable_parallel_tool_use: Extra inputs",
            "{'type':'auto','name':'a'} | tool_choice.name: Extra inputs",
            "{'type':'auto','disable_parallel_tool_use':1} | tool_choice.disable_parallel_tool_use: must be true or false",
    })
    void choicesWithMoreThanTheyNeed(String choice, String message) throws IOException {
        assertRefused("{'tools':[{'name':'a','input_schema':{'type':'object'}}],'tool_choice':" + choice + "}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'type':'url','url':'http://x','name':'a'} | mcp_servers.0.url: must be an https URL",
            "{'type':'stdio','url':'https://x','name':'a'} | mcp_servers.0.type: must be one of url",
            "{'type':'url','url':'https://x'} | mcp_servers.0.name: field required",
            "{'type':'url','url':'https://x','name':'b'} | tools.0.mcp_server_name: there is no MCP server named",
            "{'type':'url','url':'https://x','name':'a'},{'type':'url','url':'https://y','name':'a'} | mcp_servers.1.name: must be unique",
            "{'type':'url','url':'https://x','name':'a'},{'type':'url','url':'https://y','name':'b'} | must be used by exactly one",
            "{'type':'url','url':'https://x','name':'a','tool_configuration':{'enabled':true}} | tool_configuration: Extra inputs",
    })
    void mcpServers(String servers, String message) throws IOException {
        new Api(simulator).header("anthropic-beta", "mcp-client-2025-11-20").assertRefused(
                "{'mcp_servers':[" + servers + "],'tools':[{'type':'mcp_toolset','mcp_server_name':'a'}]}", message);
    }

    @Test
    void theOldComputerToolForAModelThatTakesTheToolset() throws IOException {
        new Api(simulator).header("anthropic-beta", "computer-use-2025-11-24")
                .assertRefused("{'model':'claude-opus-5-5','tools':"
                        + "[{'type':'computer_20251124','name':'computer','display_width_px':800,'display_height_px':600}]}",
                        "tools.0.type: \"computer_20251124\" is not supported by claude-opus-5-5");
    }

    @Test
    void aNameThatIsTakenHasItsErrorCode() throws IOException {
        ObjectNode body = Api.ask("x");
        body.setAll(Api.json("{'tools':[{'name':'a','input_schema':{'type':'object'}},{'name':'a','input_schema':"
                + "{'type':'object'}}]}"));
        Api api = new Api(simulator);

        assertThat(api.error(api.messages(body), 400).at("/details/error_code").asText()).isEqualTo("tool_name_conflict");
    }

    private static void assertRefused(String change, String message) throws IOException {
        new Api(simulator).assertRefused(change, message);
    }
}
