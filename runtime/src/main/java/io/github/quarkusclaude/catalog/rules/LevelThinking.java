package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingDefault;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;

/**
 * Translates a thinking level: into adaptive thinking with an effort where the model has it, else into a token budget. A
 * model of which nothing is known is taken for one of the newest.
 */
final class LevelThinking implements ModelRule {

    private final ThinkingLevel level;

    LevelThinking(ThinkingLevel level) {
        this.level = level;
    }

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        if (model.thinking().thinks() == Support.NO) {
            if (level != ThinkingLevel.NONE) {
                context.unsupported("a thinking level", "the level is ignored", "Leave it out, or use a model that thinks");
            }
            return request;
        }
        if (level == ThinkingLevel.NONE) {
            return withoutThinking(request, context);
        }
        return ExplicitThinking.needsBudget(model) ? withBudget(request, context) : adaptive(request, model);
    }

    private MessageRequest adaptive(MessageRequest request, ClaudeModel model) {
        MessageRequest thinking = request.toBuilder().thinking(ThinkingConfig.ADAPTIVE).build();
        if (Efforts.word(request) != null || model.effort().supported() == Support.NO) {
            return thinking;
        }
        return Efforts.with(Efforts.nearest(ThinkingLevels.effort(level), model.effort()), thinking);
    }

    private MessageRequest withBudget(MessageRequest request, RuleContext context) {
        Integer maxTokens = request.maxTokens();
        if (maxTokens != null && maxTokens == 0) {
            // only fills the prompt cache
            return request;
        }
        if (ForcedToolChoiceRule.isForced(request.toolChoice())) {
            context.unsupported("thinking together with a forced tool_choice", "it does not think",
                    "Leave out the thinking level, or use tool_choice \"auto\"");
            return request;
        }
        int budget = ThinkingLevels.budget(level, MaxTokensRule.longestOutput(context.model()));
        return request.toBuilder().thinking(ThinkingConfig.enabled(budget)).build();
    }

    private static MessageRequest withoutThinking(MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        if (model.thinking().disabled() == ConditionalSupport.UNKNOWN) {
            return model.thinking().whenOmitted() == ThinkingDefault.OFF ? request
                    : ExplicitThinking.leastEffort(request, model);
        }
        return ExplicitThinking.disabled(request.toBuilder().thinking(ThinkingConfig.DISABLED).build(), context);
    }
}
