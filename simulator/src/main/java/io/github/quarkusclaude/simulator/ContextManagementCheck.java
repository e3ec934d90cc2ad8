package io.github.quarkusclaude.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is to be cleared from or summed up in a long context is well described. */
final class ContextManagementCheck implements RequestCheck {

    private static final String CLEAR_THINKING = "clear_thinking_20251015";
    private static final String COMPACT = "compact_20260112";
    private static final Shape INPUT_TOKENS = new Shape().needs("type", Shape.oneOf("input_tokens"))
            .needs("value", Shape.number(1));
    private static final Map<String, Shape> EDITS = new TreeMap<>(Map.of(
            "clear_tool_uses_20250919", edit()
                    .may("trigger", new Shape().needs("type", Shape.oneOf("input_tokens", "tool_uses"))
                            .needs("value", Shape.number(1)))
                    .may("keep", new Shape().needs("type", Shape.oneOf("tool_uses")).needs("value", Shape.number(0)))
                    .may("clear_at_least", INPUT_TOKENS)
                    .may("exclude_tools", Shape.texts())
                    .may("clear_tool_inputs", ContextManagementCheck::flagOrNames),
            CLEAR_THINKING, edit().may("keep", ContextManagementCheck::allOrTurns),
            COMPACT, edit().may("trigger", INPUT_TOKENS).may("instructions", Located::text)
                    .may("pause_after_compaction", Located::bool)));
    private static final Shape COMPACTION = new Shape().needs("type", Shape.oneOf("summarize")).may("instructions",
            Located::text);

    @Override
    public void check(MessagesRequest request) {
        if (request.root().has("context_management")) {
            checkEdits(request.field("context_management"), request.caller());
        }
        if (request.root().has("compaction")) {
            Located compaction = request.field("compaction");
            COMPACTION.accept(compaction);
            if (request.root().has("context_management")) {
                throw compaction.reject("cannot be combined with context_management");
            }
        }
    }

    private static void checkEdits(Located management, Caller caller) {
        management.only(Set.of("edits"));
        List<Located> edits = management.has("edits") ? management.field("edits").items() : List.of();
        Set<String> seen = new HashSet<>();
        for (Located edit : edits) {
            Located type = edit.object().field("type");
            EDITS.get(type.oneOf(EDITS.keySet())).accept(edit);
            if (type.text().equals(COMPACT) && !caller.uses(Beta.COMPACT_EDIT)) {
                throw type.reject("needs the anthropic-beta value " + Beta.COMPACT_EDIT.headerValues().get(0));
            }
            if (type.text().equals(CLEAR_THINKING) && !seen.isEmpty()) {
                throw type.reject("must be the first edit");
            }
            if (!seen.add(type.text())) {
                throw type.reject("must not be given twice");
            }
        }
    }

    private static Shape edit() {
        return new Shape().needs("type", Located::text);
    }

    private static void flagOrNames(Located field) {
        if (field.node().isArray()) {
            Shape.texts().accept(field);
        } else {
            field.bool();
        }
    }

    private static void allOrTurns(Located field) {
        if (field.node().isTextual()) {
            field.oneOf(Set.of("all"));
        } else if (field.object().field("type").oneOf(List.of("all", "thinking_turns")).equals("all")) {
            field.only(Set.of("type"));
        } else {
            new Shape().needs("type", Located::text).needs("value", Shape.number(1)).accept(field);
        }
    }
}
