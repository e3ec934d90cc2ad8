package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RedactedThinkingBlock;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ToolResultBlock;

/**
 * Thinking with a budget cannot begin between a tool call and its result: a turn that began without is finished without.
 * That happens when another model made the call.
 */
final class ThinkingHistoryRule implements ModelRule {

    /** Whether a turn of the model begins with its thinking. */
    static boolean beginsWithThinking(List<InputMessage> messages, int turn) {
        List<ContentBlock> blocks = messages.get(turn).content().blocks();
        return !blocks.isEmpty()
                && (blocks.get(0) instanceof ThinkingBlock || blocks.get(0) instanceof RedactedThinkingBlock);
    }

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (!ThinkingModes.isManual(request.thinking())) {
            return request;
        }
        List<InputMessage> messages = request.messages();
        int turn = messages.size() - 1;
        boolean results = false;
        while (turn >= 0 && messages.get(turn).role().equals(Role.USER)) {
            results |= messages.get(turn).content().blocks().stream().anyMatch(ToolResultBlock.class::isInstance);
            turn--;
        }
        if (!results || turn < 0) {
            return request;
        }
        while (turn > 0 && messages.get(turn - 1).role().equals(Role.ASSISTANT)) {
            turn--;
        }
        if (beginsWithThinking(messages, turn)) {
            return request;
        }
        context.warn("thinking between a tool call and its result", context.model().id() + " is given the result of a tool"
                + " that was called without thinking, so it does not think about that either. It will in the next turn");
        return request.toBuilder().thinking(null).build();
    }
}
