package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingLevel;

/** Whether and how the model thinks. A request says it exactly, or in a level that fits every model. */
final class ThinkingRule implements ModelRule {

    private final ModelRule explicit = new ExplicitThinking();

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        ThinkingLevel own = context.options().thinkingLevel();
        if (request.thinking() != null) {
            if (own != null) {
                context.warn("level beside thinking", "A request has both thinking and the thinking level " + own.id()
                        + "; thinking is sent, the level is ignored. Leave one of them out");
            }
            return explicit.apply(request, context);
        }
        ThinkingLevel level = own != null ? own : context.settings().thinkingLevel();
        return level == null ? request : new LevelThinking(level).apply(request, context);
    }
}
