package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.json.RawJson;

/** The tools that the API knows, with their settings. */
class KnownToolsTest {

    @ParameterizedTest
    @MethodSource("tools")
    void aToolIsDefinedAsTheApiExpects(Tool tool, String json) {
        assertThat(RawJson.of(tool.toJson())).isEqualTo(RawJson.of(json));
        MessageRequest request = MessageRequest.builder().tool(tool).build();
        assertThat(MessageRequest.fromJson(request.toJson())).isEqualTo(request);
    }

    static Stream<Arguments> tools() {
        return Stream.of(
                Arguments.of(Tool.bash(), "{\"type\":\"bash_20250124\",\"name\":\"bash\"}"),
                Arguments.of(Tool.textEditor(100), """
                        {"type":"text_editor_20250728","name":"str_replace_based_edit_tool","max_characters":100}"""),
                Arguments.of(Tool.memory(), "{\"type\":\"memory_20250818\",\"name\":\"memory\"}"),
                Arguments.of(Tool.codeExecution(), "{\"type\":\"code_execution_20260521\",\"name\":\"code_execution\"}"),
                Arguments.of(Tool.toolSearchRegex(), """
                        {"type":"tool_search_tool_regex_20251119","name":"tool_search_tool_regex"}"""),
                Arguments.of(Tool.toolSearchBm25(), """
                        {"type":"tool_search_tool_bm25_20251119","name":"tool_search_tool_bm25"}"""),
                Arguments.of(WebSearchTool.create().maxUses(2).allowedDomains("a.org", "b.org").responseInclusion("excluded")
                        .userLocation(UserLocation.of("Bern", "BE", "CH", "Europe/Zurich")).build(), """
                                {"type":"web_search_20260318","name":"web_search","max_uses":2,
                                 "allowed_domains":["a.org","b.org"],"response_inclusion":"excluded",
                                 "user_location":{"type":"approximate","city":"Bern","region":"BE","country":"CH",
                                                  "timezone":"Europe/Zurich"}}"""),
                Arguments.of(WebSearchTool.create("web_search_20250305").blockedDomains("a.org").build(), """
                        {"type":"web_search_20250305","name":"web_search","blocked_domains":["a.org"]}"""),
                Arguments.of(WebFetchTool.create().maxUses(1).citations(true).maxContentTokens(5).useCache(false)
                        .allowedDomains("a.org").responseInclusion("full").urlSources(UrlSources.USER_INPUT
                                .withClientToolResults(ToolFilter.ALL).withServerToolResults(ToolFilter.only("web_search")))
                        .build(), """
                                {"type":"web_fetch_20260318","name":"web_fetch","max_uses":1,"citations":{"enabled":true},
                                 "max_content_tokens":5,"use_cache":false,"allowed_domains":["a.org"],
                                 "response_inclusion":"full","url_sources":{"user_input":"all",
                                  "client_tool_results":{"type":"all"},"server_tool_results":{"type":"only",
                                   "tools":[{"type":"tool_reference","name":"web_search"}]}}}"""),
                Arguments.of(WebFetchTool.create("web_fetch_20250910").blockedDomains("a.org").build(), """
                        {"type":"web_fetch_20250910","name":"web_fetch","blocked_domains":["a.org"]}"""),
                Arguments.of(AdvisorTool.of("m").maxUses(1).maxTokens(2).caching(CacheControl.FIVE_MINUTES).build(), """
                        {"type":"advisor_20260301","name":"advisor","model":"m","max_uses":1,"max_tokens":2,
                         "caching":{"type":"ephemeral"}}"""),
                Arguments.of(McpToolset.of("s").byDefault(ToolConfig.DISABLED).configure("a", ToolConfig.ENABLED)
                        .configure("b", ToolConfig.DEFERRED)
                        .pinned(List.of(Tool.of("a", "d", RawJson.EMPTY_OBJECT))).build(), """
                                {"type":"mcp_toolset","mcp_server_name":"s","default_config":{"enabled":false},
                                 "configs":{"a":{"enabled":true},"b":{"enabled":true,"defer_loading":true}},
                                 "tools":[{"name":"a","description":"d","input_schema":{}}]}"""),
                Arguments.of(McpToolset.of("s").build(), "{\"type\":\"mcp_toolset\",\"mcp_server_name\":\"s\"}"),
                Arguments.of(Toolset.computer().build(), "{\"type\":\"computer_toolset_20260801\"}"),
                Arguments.of(Toolset.browser().configure("javascript_exec", ToolConfig.DISABLED).build().withDeferLoading(true),
                        """
                                {"type":"browser_toolset_20260801","configs":{"javascript_exec":{"enabled":false}},
                                 "defer_loading":true}"""),
                Arguments.of(Tool.known("new_tool_20300101", "new").with("limits", List.of(CacheControl.ONE_HOUR, 7)), """
                        {"type":"new_tool_20300101","name":"new","limits":[{"type":"ephemeral","ttl":"1h"},7]}"""));
    }
}
