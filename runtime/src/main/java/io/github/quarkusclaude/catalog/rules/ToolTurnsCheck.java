package io.github.quarkusclaude.catalog.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * Each tool call of the model is answered by a result in the very next turn of the user, and each result answers a call.
 * Messages of the same role in a row are one turn.
 */
final class ToolTurnsCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        if (context.purpose() == Purpose.COUNT || context.parameters().has("thread")) {
            // of a thread the server keeps the turns before
            return;
        }
        Set<String> open = new LinkedHashSet<>();
        Role before = null;
        List<InputMessage> messages = context.asked().messages();
        for (int i = 0; i < messages.size(); i++) {
            InputMessage message = messages.get(i);
            if (before != null && !before.equals(message.role()) && !message.role().equals(Role.USER)) {
                expectAnswered(open, "before messages." + i, context);
            }
            boolean other = false;
            for (ContentBlock block : message.content().blocks()) {
                boolean isResult = block instanceof ToolResultBlock;
                if (isResult && other) {
                    context.problem("messages." + i + " has something before a tool_result. Put the results first");
                }
                other |= !isResult;
                if (block instanceof ToolUseBlock call && call.id() != null) {
                    open.add(call.id());
                } else if (block instanceof ToolResultBlock result && !open.remove(result.toolUseId())) {
                    context.problem("messages." + i + " has a tool_result for \"" + result.toolUseId()
                            + "\", which answers no tool_use of the turn before. Send the turn of the model with the call, too,"
                            + " and each result once");
                }
            }
            before = message.role();
        }
        expectAnswered(open, "at the end", context);
    }

    private static void expectAnswered(Set<String> open, String where, RuleContext context) {
        if (!open.isEmpty()) {
            context.problem("There is no tool_result " + where + " for the tool_use "
                    + String.join(", ", open.stream().map(id -> "\"" + id + "\"").toList())
                    + ". Answer each call of the model in the next message of the user");
            open.clear();
        }
    }
}
