package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Decides which tools to call: those that are forced, or those the prompt seems to be about. */
final class ToolCaller {

    private static final int MOST_CALLS = 4;
    private static final int SHORTEST_NAME_WORD = 3;
    private static final int SHORTEST_DESCRIPTION_WORD = 5;
    /** Words that stand in the name or description of many tools, and so say nothing about any. */
    private static final Set<String> COMMON = Set.of("get", "set", "the", "and", "for", "use", "tool", "list", "find", "fetch",
            "make", "create", "add", "all", "current", "given", "return", "value", "string", "number", "information", "which",
            "about", "their", "there", "these", "those", "should", "would", "could", "provide", "specified", "perform", "using",
            "based", "question", "answer", "explain", "please", "write", "simple", "result", "function", "input",
            "output", "model", "today", "every", "first", "after", "before");

    private ToolCaller() {
    }

    /** @param found the names of tools that were kept out of the prompt and have been found since */
    static List<ToolCall> calls(MessagesRequest request, Prompt prompt, Set<String> found) {
        JsonNode choice = request.body().path("tool_choice");
        String type = choice.path("type").asText("auto");
        List<JsonNode> tools = StreamSupport.stream(request.body().path("tools").spliterator(), false)
                .filter(tool -> type.equals("tool") ? isNamed(tool, choice.path("name").asText())
                        : isCallable(tool, found))
                .toList();
        if (tools.isEmpty() || type.equals("none") || type.equals("auto") && !prompt.toolResults().isEmpty()) {
            return List.of();
        }
        Set<String> words = Words.of(prompt.text());
        List<JsonNode> called = tools.stream().filter(tool -> concerns(tool, words)).limit(MOST_CALLS).toList();
        if (request.forcesTool() && called.isEmpty()) {
            called = tools.subList(0, 1);
        }
        if (choice.path("disable_parallel_tool_use").asBoolean(false) && called.size() > 1) {
            called = called.subList(0, 1);
        }
        List<ToolCall> calls = new ArrayList<>();
        called.forEach(tool -> calls.add(call(tool, prompt, calls.size())));
        return calls;
    }

    private static ToolCall call(JsonNode tool, Prompt prompt, int index) {
        String name = tool.path("name").asText();
        if (!tool.has("input_schema")) {
            return new ToolCall(name, JsonNodeFactory.instance.objectNode());
        }
        SchemaSampler sampler = new SchemaSampler(tool.path("input_schema"), new ValueHints(prompt.text(), index),
                prompt.variety(name), false);
        return new ToolCall(name, sampler.sample());
    }

    private static boolean isCallable(JsonNode tool, Set<String> found) {
        return tool.has("input_schema")
                && (!tool.path("defer_loading").asBoolean(false) || found.contains(tool.path("name").asText()));
    }

    private static boolean isNamed(JsonNode tool, String name) {
        return tool.path("name").asText().equals(name);
    }

    /** Whether a prompt with these words seems to be about the tool. */
    static boolean concerns(JsonNode tool, Set<String> prompt) {
        return shares(prompt, tool.path("name").asText(), SHORTEST_NAME_WORD)
                || shares(prompt, tool.path("description").asText(""), SHORTEST_DESCRIPTION_WORD);
    }

    private static boolean shares(Set<String> prompt, String text, int shortest) {
        Set<String> words = new HashSet<>(Words.of(text));
        words.removeIf(word -> word.length() < shortest || COMMON.contains(word));
        words.retainAll(prompt);
        return !words.isEmpty();
    }
}
