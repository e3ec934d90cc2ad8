package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

/** A conversation that is to be summed up has something to sum up, and nothing is asked for that a sum cannot be. */
final class CompactionOrderCheck implements RequestCheck {

    private static final int LONGEST_INSTRUCTIONS = 16_384;

    @Override
    public void check(MessagesRequest request) {
        Located compaction = request.field("compaction");
        if (!compaction.isPresent()) {
            return;
        }
        List<Located> messages = request.field("messages").items();
        if (messages.stream().noneMatch(CompactionOrderCheck::says)) {
            throw request.field("messages").reject("there is nothing to sum up", "compaction_nothing_to_summarize");
        }
        Located last = messages.get(messages.size() - 1);
        if (last.node().path("role").asText().equals("assistant") && calls(last)) {
            throw last.reject("the tools it calls must have their results before the conversation is summed up",
                    "compaction_incomplete_turn");
        }
        for (Located excluded : List.of(request.field("stop_sequences"), request.field("output_config").field("format"),
                request.field("output_config").field("task_budget").field("remaining"))) {
            if (excluded.isPresent()) {
                throw excluded.reject("cannot be combined with compaction");
            }
        }
        if (request.forcesTool()) {
            throw request.field("tool_choice").reject("cannot force a tool together with compaction");
        }
        if (compaction.node().path("instructions").asText().length() > LONGEST_INSTRUCTIONS) {
            throw compaction.field("instructions").reject("must have at most " + LONGEST_INSTRUCTIONS + " characters");
        }
    }

    private static boolean says(Located message) {
        return Set.of("user", "assistant").contains(message.node().path("role").asText())
                && (!message.node().path("content").asText().isEmpty() || !message.node().path("content").isEmpty());
    }

    private static boolean calls(Located message) {
        for (Located block : Turn.blocks(message.field("content"))) {
            if (Turn.type(block).equals("tool_use")) {
                return true;
            }
        }
        return false;
    }
}
