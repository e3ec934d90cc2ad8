package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** What a tool returned. */
record ToolResult(String tool, String text, boolean failed) {

    /** The results among these blocks; the calls they belong to are looked up in the conversation. */
    static List<ToolResult> of(List<Located> blocks, List<Turn> conversation) {
        return blocks.stream()
                .filter(block -> Turn.type(block).equals("tool_result"))
                .map(block -> new ToolResult(
                        toolName(block.node().path("tool_use_id").asText(), conversation),
                        text(block.field("content")),
                        block.node().path("is_error").asBoolean(false)))
                .toList();
    }

    private static String text(Located content) {
        return Turn.blocks(content).stream()
                .map(part -> Turn.type(part).equals("text") ? part.node().path("text").asText() : "[" + Turn.type(part) + "]")
                .collect(Collectors.joining("\n"));
    }

    private static String toolName(String id, List<Turn> conversation) {
        return conversation.stream()
                .flatMap(turn -> turn.blocks("tool_use").stream())
                .filter(call -> call.node().path("id").asText().equals(id))
                .map(call -> call.node().path("name").asText())
                .reduce("tool", (earlier, later) -> later);
    }
}
