package io.github.quarkusclaude.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The tools that Anthropic defines. */
final class ToolKinds {

    /**
     * @param name the only name such a tool can have; empty if it has none
     * @param beta what a caller must use to have it; null if nothing
     */
    record Kind(String name, @Nullable Beta beta, Shape fields) {
    }

    private static final String[] CALLERS = { "direct", "code_execution_20250825", "code_execution_20260120",
            "code_execution_20260521" };
    private static final List<String> COMPUTER = List.of("key", "hold_key", "type", "cursor_position", "mouse_move",
            "left_mouse_down", "left_mouse_up", "left_click", "left_click_drag", "right_click", "middle_click", "double_click",
            "triple_click", "scroll", "wait", "screenshot", "zoom");
    private static final List<String> BROWSER = List.of("navigate", "list_tabs", "new_tab", "switch_tab", "close_tab",
            "read_page", "get_page_text", "read_console", "read_network", "find", "form_input", "file_upload", "scroll_to",
            "screenshot", "zoom", "left_click", "right_click", "middle_click", "double_click", "triple_click", "hover",
            "left_click_drag", "left_mouse_down", "left_mouse_up", "mouse_move", "scroll", "type", "key", "hold_key", "wait",
            "javascript_exec");
    private static final Map<String, Kind> KINDS = kinds();

    private ToolKinds() {
    }

    static Optional<Kind> find(String type) {
        return Optional.ofNullable(KINDS.get(type));
    }

    /** The fields of a tool that the caller defines. */
    static Shape custom() {
        return client().may("description", Located::text).may("input_schema").may("eager_input_streaming", Located::bool);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>();
        put(kinds, new Kind("bash", null, client()), "bash_20250124");
        put(kinds, new Kind("str_replace_editor", null, client()), "text_editor_20250124");
        put(kinds, new Kind("str_replace_based_edit_tool", null, client()), "text_editor_20250429");
        put(kinds, new Kind("str_replace_based_edit_tool", null, client().may("max_characters", Shape.number(1))),
                "text_editor_20250728");
        put(kinds, new Kind("memory", null, client()), "memory_20250818");
        put(kinds, new Kind("", null, toolset(COMPUTER)), "computer_toolset_20260801");
        put(kinds, new Kind("", null, toolset(BROWSER)), "browser_toolset_20260801");
        put(kinds, new Kind("computer", Beta.COMPUTER_2025_11, computer().may("enable_zoom", Located::bool)),
                "computer_20251124");
        put(kinds, new Kind("computer", Beta.COMPUTER_2025_01, computer()), "computer_20250124");
        put(kinds, new Kind("computer", Beta.COMPUTER_2024_10, computer()), "computer_20241022");
        put(kinds, server("tool_search_tool_regex", tool()), "tool_search_tool_regex_20251119", "tool_search_tool_regex");
        put(kinds, server("tool_search_tool_bm25", tool()), "tool_search_tool_bm25_20251119", "tool_search_tool_bm25");
        put(kinds, server("code_execution", tool()), "code_execution_20250522", "code_execution_20250825",
                "code_execution_20260120", "code_execution_20260521");
        put(kinds, server("web_search", search()), "web_search_20250305", "web_search_20260209");
        put(kinds, server("web_search", search().may("response_inclusion", Shape.oneOf("full", "excluded"))),
                "web_search_20260318");
        put(kinds, server("web_fetch", fetch()), "web_fetch_20250910", "web_fetch_20260209");
        put(kinds, server("web_fetch", fetch().may("use_cache", Located::bool)), "web_fetch_20260309");
        put(kinds, server("web_fetch", fetch().may("use_cache", Located::bool)
                .may("response_inclusion", Shape.oneOf("full", "excluded"))), "web_fetch_20260318");
        put(kinds, new Kind("advisor", Beta.ADVISOR, tool().needs("model", Located::filledText)
                .may("max_uses", Shape.number(1)).may("max_tokens", Shape.number(1)).may("caching")), "advisor_20260301");
        put(kinds, new Kind("", Beta.MCP_TOOLSETS, new Shape().needs("type", Located::text).may("cache_control")
                .needs("mcp_server_name", Located::filledText).may("default_config", memberConfig())
                .may("configs", Located::object).may("tools", Located::items)), "mcp_toolset");
        return kinds;
    }

    private static Shape tool() {
        return new Shape().may("type", Located::text).needs("name", Located::filledText).may("cache_control")
                .may("defer_loading", Located::bool).may("strict", Located::bool)
                .may("allowed_callers", list -> list.items().forEach(caller -> caller.oneOf(Arrays.asList(CALLERS))));
    }

    private static Shape client() {
        return tool().may("input_examples", list -> list.items().forEach(Located::object));
    }

    private static Shape computer() {
        return client().needs("display_width_px", Shape.number(1)).needs("display_height_px", Shape.number(1))
                .may("display_number", Shape.number(0));
    }

    private static Shape domains() {
        return tool().may("max_uses", Shape.number(1)).may("allowed_domains", Shape.texts())
                .may("blocked_domains", Shape.texts());
    }

    private static Shape search() {
        return domains().may("user_location", new Shape().needs("type", Shape.oneOf("approximate")).may("city", Located::text)
                .may("region", Located::text).may("country", Located::text).may("timezone", Located::text));
    }

    private static Shape fetch() {
        Shape source = new Shape().needs("type", Shape.oneOf("all", "none", "only", "except")).may("tools",
                new Shape().needs("type", Shape.oneOf("tool_reference")).needs("name", Located::filledText).list());
        return domains().may("citations", new Shape().may("enabled", Located::bool))
                .may("max_content_tokens", Shape.number(1))
                .may("url_sources", new Shape().may("user_input", Shape.oneOf("all", "none"))
                        .may("client_tool_results", source).may("server_tool_results", source));
    }

    private static Shape toolset(List<String> members) {
        Shape configs = new Shape();
        members.forEach(member -> configs.may(member, Located::object));
        return new Shape().needs("type", Located::text).may("cache_control").may("defer_loading", Located::bool)
                .may("allowed_callers", Shape.texts()).may("configs", configs);
    }

    private static Shape memberConfig() {
        return new Shape().may("enabled", Located::bool).may("defer_loading", Located::bool);
    }

    private static Kind server(String name, Shape fields) {
        return new Kind(name, null, fields);
    }

    private static void put(Map<String, Kind> kinds, Kind kind, String... types) {
        for (String type : types) {
            kinds.put(type, kind);
        }
    }
}
