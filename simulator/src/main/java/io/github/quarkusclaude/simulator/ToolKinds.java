package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tools that Anthropic defines. */
final class ToolKinds {

    /**
     * @param name the only name such a tool can have; empty if it has none
     * @param beta the beginning of the beta value it needs; empty if it needs none
     */
    record Kind(String name, String beta) {
    }

    private static final Map<String, Kind> KINDS = kinds();

    private ToolKinds() {
    }

    static Optional<Kind> find(String type) {
        return Optional.ofNullable(KINDS.get(type));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>();
        put(kinds, "bash", "", "bash_20250124");
        put(kinds, "str_replace_editor", "", "text_editor_20250124");
        put(kinds, "str_replace_based_edit_tool", "", "text_editor_20250429", "text_editor_20250728");
        put(kinds, "memory", "", "memory_20250818");
        put(kinds, "", "", "computer_toolset_20260801", "browser_toolset_20260801");
        put(kinds, "computer", "computer-use-", "computer_20251124", "computer_20250124", "computer_20241022");
        put(kinds, "web_search", "", "web_search_20250305", "web_search_20260209", "web_search_20260318");
        put(kinds, "web_fetch", "", "web_fetch_20250910", "web_fetch_20260209", "web_fetch_20260309", "web_fetch_20260318");
        put(kinds, "code_execution", "", "code_execution_20250522", "code_execution_20250825", "code_execution_20260120",
                "code_execution_20260521");
        put(kinds, "tool_search_tool_regex", "", "tool_search_tool_regex_20251119", "tool_search_tool_regex");
        put(kinds, "tool_search_tool_bm25", "", "tool_search_tool_bm25_20251119", "tool_search_tool_bm25");
        put(kinds, "advisor", "advisor-tool-", "advisor_20260301");
        put(kinds, "", "mcp-client-", "mcp_toolset");
        return kinds;
    }

    private static void put(Map<String, Kind> kinds, String name, String beta, String... types) {
        for (String type : types) {
            kinds.put(type, new Kind(name, beta));
        }
    }
}
