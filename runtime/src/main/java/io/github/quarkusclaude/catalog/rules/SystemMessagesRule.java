package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.TextBlock;

/**
 * Messages of role {@code system}: where the model refuses them, their texts are added to the system prompt. Said by the
 * user they would lose their authority, and could stand between a tool call and its result.
 */
final class SystemMessagesRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (context.model().capabilities().systemMessages() != Support.NO
                || request.messages().stream().noneMatch(SystemMessagesRule::isSystem)) {
            return request;
        }
        context.unsupported("messages of role system", "their texts are added to the system prompt",
                "Put instructions into the system prompt");
        List<ContentBlock> system = new ArrayList<>();
        if (request.system() != null) {
            system.addAll(request.system().blocks());
        }
        List<InputMessage> others = new ArrayList<>();
        for (InputMessage message : request.messages()) {
            if (isSystem(message)) {
                message.content().blocks().forEach(block -> add(block, system, context));
            } else {
                others.add(message);
            }
        }
        return request.toBuilder().system(Content.of(system)).messages(others).build();
    }

    private static boolean isSystem(InputMessage message) {
        return message.role().equals(Role.SYSTEM);
    }

    private static void add(ContentBlock block, List<ContentBlock> system, RuleContext context) {
        if (block instanceof TextBlock) {
            system.add(block);
        } else {
            context.problem(context.model().id() + " takes no messages of role system, and a block of type " + block.type()
                    + " has no other place. Use a model that takes them");
        }
    }
}
