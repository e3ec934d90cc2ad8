package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which content blocks exist, who may send them, and what they must hold. */
final class BlockRules {

    /** @param beta what a caller must use to send the block; null if nothing */
    private record Rule(Set<String> roles, @Nullable Beta beta, Consumer<Located> fields) {
    }

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Set<String> USER = Set.of("user");
    private static final Set<String> ASSISTANT = Set.of("assistant");
    private static final Set<String> BOTH = Set.of("user", "assistant");
    private static final Set<String> ALL = Set.of("user", "assistant", "system");
    private static final Set<String> SYSTEM = Set.of("system");
    private static final List<String> IN_TOOL_RESULT = List.of("text", "image", "search_result", "document", "tool_reference",
            "browser_state");
    private static final Consumer<Located> CITING = new Shape().may("enabled", Located::bool);
    private static final Consumer<Located> CITATIONS = list -> list.items()
            .forEach(citation -> citation.object().field("type").oneOf(List.of("char_location", "page_location",
                    "content_block_location", "web_search_result_location", "search_result_location")));
    private static final Map<String, Rule> RULES = rules();

    private BlockRules() {
    }

    /** @throws ApiException 400 if a message of this role may not hold the block */
    static void check(Located block, String role, MessagesRequest request) {
        String type = block.object().field("type").text();
        Rule rule = RULES.get(type);
        if (rule == null) {
            throw block.field("type").reject("\"" + type + "\" is no known content block; known are " + RULES.keySet());
        }
        if (rule.beta() != null && !request.caller().uses(rule.beta())) {
            throw block.field("type").reject("needs the anthropic-beta value " + rule.beta().headerValues().get(0));
        }
        if (type.equals("document") && role.equals("assistant") && request.isAtLeast(ApiVersion.V2026_10_21)) {
            throw block.reject("document blocks are not allowed in assistant messages");
        }
        if (!rule.roles().contains(role)) {
            throw block.field("type").reject(type + " blocks are not allowed in " + role + " messages");
        }
        rule.fields().accept(block);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new TreeMap<>();
        rules.put("text", new Rule(ALL, null, block().needs("text", Located::filledText).may("citations", CITATIONS)));
        rules.put("image", new Rule(USER, null, block().needs("source", SourceRules::checkImage)
                .may("transformations", new Shape().may("oversized_image", Shape.oneOf("downsize", "error")))));
        rules.put("document", new Rule(BOTH, null, block().needs("source", SourceRules::checkDocument)
                .may("title", Located::text).may("context", Located::text).may("citations", CITING)));
        rules.put("search_result", new Rule(USER, null, block().needs("source", Located::filledText)
                .needs("title", Located::filledText).needs("content", BlockRules::texts).may("citations", CITING)));
        rules.put("thinking", new Rule(ASSISTANT, null,
                block().needs("thinking", Located::text).needs("signature", Located::filledText)));
        rules.put("redacted_thinking", new Rule(ASSISTANT, null, block().needs("data", Located::filledText)));
        rules.put("tool_use", new Rule(ASSISTANT, null, call().may("toolset_name", Shape.oneOf("computer", "browser"))));
        rules.put("tool_result", new Rule(USER, null, block().needs("tool_use_id", BlockRules::id)
                .may("content", BlockRules::toolResult).may("is_error", Located::bool)
                .may("toolset_name", Shape.oneOf("computer", "browser"))));
        rules.put("server_tool_use", new Rule(ASSISTANT, null, call()));
        // results of the server's tools are echoed as they came, whatever that is
        for (String result : List.of("web_search_tool_result", "web_fetch_tool_result", "code_execution_tool_result",
                "bash_code_execution_tool_result", "text_editor_code_execution_tool_result", "tool_search_tool_result")) {
            rules.put(result, new Rule(BOTH, null, BlockRules::serverResult));
        }
        rules.put("container_upload", new Rule(BOTH, null, block().needs("file_id", Located::filledText)));
        putBeta(rules);
        return rules;
    }

    private static void putBeta(Map<String, Rule> rules) {
        rules.put("mcp_tool_use", new Rule(ASSISTANT, Beta.MCP, call().needs("server_name", Located::filledText)));
        rules.put("mcp_tool_result", new Rule(BOTH, Beta.MCP, block().needs("tool_use_id", BlockRules::id).may("content")
                .may("is_error", Located::bool)));
        rules.put("mcp_tool_listing", new Rule(BOTH, Beta.MCP_PINNED_TOOLS,
                block().needs("mcp_server_name", Located::filledText).needs("tools", Located::items)));
        rules.put("advisor_tool_result", new Rule(BOTH, Beta.ADVISOR, BlockRules::serverResult));
        rules.put("compaction", new Rule(BOTH, null, block().may("content").may("encrypted_content").may("signature")
                .may("tool_changes")));
        Shape model = new Shape().needs("model", Located::filledText);
        rules.put("fallback",
                new Rule(ASSISTANT, Beta.FALLBACKS, block().needs("from", model).needs("to", model).may("trigger")));
        rules.put("tool_addition", new Rule(SYSTEM, Beta.TOOL_CHANGES, block().needs("tool", Located::object)));
        rules.put("tool_removal", new Rule(SYSTEM, Beta.TOOL_CHANGES, block().needs("tool", Located::object)));
    }

    private static Shape block() {
        return new Shape().needs("type", Located::text).may("cache_control");
    }

    private static Shape call() {
        return block().needs("id", BlockRules::id).needs("name", Located::filledText).needs("input", Located::object)
                .may("caller", Located::object);
    }

    private static void id(Located field) {
        field.text(ID);
    }

    private static void serverResult(Located block) {
        block.field("tool_use_id").text(ID);
        block.field("content").required();
    }

    private static void texts(Located content) {
        for (Located part : content.items()) {
            part.object().field("type").oneOf(Set.of("text"));
            RULES.get("text").fields().accept(part);
        }
    }

    private static void toolResult(Located content) {
        if (content.node().isTextual()) {
            return;
        }
        for (Located part : content.items()) {
            String type = part.object().field("type").oneOf(IN_TOOL_RESULT);
            if (type.equals("tool_reference")) {
                block().needs("tool_name", Located::filledText).accept(part);
            } else if (RULES.containsKey(type)) {
                RULES.get(type).fields().accept(part);
            }
        }
    }
}
