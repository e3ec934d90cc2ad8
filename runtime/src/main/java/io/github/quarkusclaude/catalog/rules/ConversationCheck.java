package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.TextBlock;

/** There is something to answer, and no message or text is empty. */
final class ConversationCheck implements RequestCheck {

    private static final int MOST_MESSAGES = 100_000;

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        List<InputMessage> messages = request.messages();
        if (messages.isEmpty()) {
            context.problem("The request has no messages. Add what the user says");
        }
        if (messages.size() > MOST_MESSAGES) {
            context.problem("The request has " + messages.size() + " messages; the API takes " + MOST_MESSAGES);
        }
        for (int i = 0; i < messages.size(); i++) {
            boolean prefill = i == messages.size() - 1 && messages.get(i).role().equals(Role.ASSISTANT);
            if (!prefill && isEmpty(messages.get(i))) {
                context.problem("messages." + i + " is empty. Leave it out, or say something in it");
            }
        }
        if (request.stopSequences() != null && request.stopSequences().stream().anyMatch(String::isBlank)) {
            context.problem("A stop sequence is blank. Leave it out, or add something besides white space");
        }
    }

    private static boolean isEmpty(InputMessage message) {
        return message.content().blocks().stream().allMatch(block -> block instanceof TextBlock text && text.text().isEmpty());
    }
}
