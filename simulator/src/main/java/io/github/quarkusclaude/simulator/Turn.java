package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What one side says before the other one answers: one message, or several of the same role in a row. */
record Turn(String role, List<Located> blocks) {

    static List<Turn> of(Located messages) {
        List<Turn> turns = new ArrayList<>();
        for (Located message : messages.items()) {
            String role = message.field("role").node().asText();
            Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
            if (last == null || !last.is(role)) {
                last = new Turn(role, new ArrayList<>());
                turns.add(last);
            }
            last.blocks().addAll(blocks(message.field("content")));
        }
        return turns;
    }

    /** The blocks of a content that may be written as a mere string. */
    static List<Located> blocks(Located content) {
        if (content.node().isTextual()) {
            return List.of(new Located(content.path(), JsonNodeFactory.instance.objectNode()
                    .put("type", "text")
                    .put("text", content.node().textValue())));
        }
        return content.isPresent() ? content.items() : List.of();
    }

    boolean is(String otherRole) {
        return role.equals(otherRole);
    }

    List<Located> blocks(String type) {
        return blocks.stream().filter(block -> type(block).equals(type)).toList();
    }

    /** The blocks and those within them, in their order. */
    List<Located> allBlocks() {
        List<Located> all = new ArrayList<>();
        blocks.forEach(block -> addWithParts(block, all));
        return all;
    }

    private static void addWithParts(Located block, List<Located> all) {
        all.add(block);
        for (Located parts : List.of(block.field("content"), block.field("source").field("content"))) {
            if (parts.node().isArray()) {
                parts.items().forEach(part -> addWithParts(part, all));
            }
        }
    }

    static String type(Located block) {
        return block.node().path("type").asText();
    }
}
