package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which content blocks exist, who may send them, and what they must hold. */
final class BlockRules {

    private record Rule(Set<String> roles, Consumer<Located> fields) {
    }

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Set<String> USER = Set.of("user");
    private static final Set<String> ASSISTANT = Set.of("assistant");
    private static final Set<String> BOTH = Set.of("user", "assistant");
    private static final Set<String> ALL = Set.of("user", "assistant", "system");
    private static final Map<String, Rule> RULES = rules();
    private static final Set<String> IN_TOOL_RESULT = Set.of("text", "image", "search_result", "document", "tool_reference",
            "browser_state");

    private BlockRules() {
    }

    /** @throws ApiException 400 if a message of this role may not hold the block */
    static void check(Located block, String role, MessagesRequest request) {
        String type = block.object().field("type").text();
        Rule rule = RULES.get(type);
        if (rule == null) {
            throw block.field("type").reject("\"" + type + "\" is no known content block; known are " + RULES.keySet());
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
        rules.put("text", new Rule(ALL, block -> block.field("text").filledText()));
        rules.put("image", new Rule(USER, SourceRules::checkImage));
        rules.put("document", new Rule(BOTH, SourceRules::checkDocument));
        rules.put("search_result", new Rule(USER, BlockRules::searchResult));
        rules.put("thinking", new Rule(ASSISTANT, block -> {
            block.field("thinking").text();
            block.field("signature").filledText();
        }));
        rules.put("redacted_thinking", new Rule(ASSISTANT, block -> block.field("data").filledText()));
        rules.put("tool_use", new Rule(ASSISTANT, BlockRules::toolUse));
        rules.put("tool_result", new Rule(USER, BlockRules::toolResult));
        rules.put("server_tool_use", new Rule(ASSISTANT, BlockRules::toolUse));
        rules.put("mcp_tool_use", new Rule(ASSISTANT, BlockRules::toolUse));
        for (String result : List.of("web_search_tool_result", "web_fetch_tool_result", "code_execution_tool_result",
                "bash_code_execution_tool_result", "text_editor_code_execution_tool_result", "tool_search_tool_result",
                "advisor_tool_result")) {
            rules.put(result, new Rule(BOTH, block -> {
                block.field("tool_use_id").text(ID);
                block.field("content").required();
            }));
        }
        rules.put("mcp_tool_result", new Rule(BOTH, block -> block.field("tool_use_id").text(ID)));
        rules.put("mcp_tool_listing", new Rule(BOTH, block -> block.field("mcp_server_name").filledText()));
        rules.put("container_upload", new Rule(BOTH, block -> block.field("file_id").filledText()));
        rules.put("compaction", new Rule(BOTH, block -> {
        }));
        rules.put("fallback", new Rule(ASSISTANT, block -> block.field("to").object().field("model").filledText()));
        rules.put("tool_addition", new Rule(Set.of("system"), block -> block.field("tool").object()));
        rules.put("tool_removal", new Rule(Set.of("system"), block -> block.field("tool").object()));
        return rules;
    }

    private static void searchResult(Located block) {
        block.field("source").filledText();
        block.field("title").filledText();
        for (Located part : block.field("content").items()) {
            part.field("type").oneOf(Set.of("text"));
            part.field("text").filledText();
        }
    }

    private static void toolUse(Located block) {
        block.field("id").text(ID);
        block.field("name").filledText();
        block.field("input").object();
    }

    private static void toolResult(Located block) {
        block.field("tool_use_id").text(ID);
        if (block.has("is_error")) {
            block.field("is_error").bool();
        }
        Located content = block.field("content");
        if (!content.isPresent() || content.node().isTextual()) {
            return;
        }
        for (Located part : content.items()) {
            String type = part.object().field("type").oneOf(IN_TOOL_RESULT);
            Rule rule = RULES.get(type);
            if (rule != null) {
                rule.fields().accept(part);
            }
        }
    }
}
