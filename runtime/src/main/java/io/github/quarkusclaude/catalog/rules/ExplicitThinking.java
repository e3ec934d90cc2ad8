package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;

/** Translates a thinking mode the model does not have into the one it has that comes nearest. */
final class ExplicitThinking implements ModelRule {

    private static final String ADVICE = "A thinking level fits every model";

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        String type = request.thinking().type();
        if (type == null) {
            return request;
        }
        ThinkingRules rules = context.model().thinking();
        return switch (type) {
            case ThinkingModes.ENABLED -> rules.enabled() == Support.NO ? withoutBudget(request, context) : request;
            case ThinkingModes.ADAPTIVE ->
                rules.adaptive() == Support.NO ? otherThan("adaptive thinking", request, context) : request;
            case ThinkingModes.BETWEEN_TOOLS -> isRefused(rules.betweenTools(), request, context.model())
                    ? otherThan("thinking between tools", request, context)
                    : request;
            case ThinkingModes.DISABLED -> disabled(request, context);
            default -> request;
        };
    }

    /** Whether the model thinks with a token budget and in no other way. */
    static boolean needsBudget(ClaudeModel model) {
        return model.thinking().enabled() == Support.YES && model.thinking().adaptive() != Support.YES;
    }

    /** A request that turns thinking off, as far as the model lets itself be told so. */
    static MessageRequest disabled(MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        if (model.thinking().thinks() == Support.NO) {
            return request.toBuilder().thinking(null).build();
        }
        if (model.thinking().disabled() == ConditionalSupport.NO) {
            context.unsupported("thinking \"disabled\"", "it thinks as little as it can",
                    "Ask for a low effort, or use a model that can do without");
            return leastEffort(request.toBuilder().thinking(null).build(), model);
        }
        if (isRefused(model.thinking().disabled(), request, model)) {
            context.unsupported("thinking \"disabled\" with effort " + Efforts.word(request), "the effort is sent as \"high\"",
                    "Let it think, or ask for effort high or less");
            return Efforts.with(Effort.HIGH, request);
        }
        return request;
    }

    /** A request that makes the model think little, unless it says how much effort it should make. */
    static MessageRequest leastEffort(MessageRequest request, ClaudeModel model) {
        return Efforts.word(request) != null || model.effort().supported() == Support.NO ? request
                : Efforts.with(Efforts.nearest(Effort.LOW, model.effort()), request);
    }

    private static boolean isRefused(ConditionalSupport support, MessageRequest request, ClaudeModel model) {
        Effort asked = Efforts.of(request);
        Effort effort = asked != null ? asked : model.effort().defaultLevel();
        return support == ConditionalSupport.NO || effort != null && support.with(effort) == Support.NO;
    }

    private static MessageRequest withoutBudget(MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        ThinkingConfig thinking = request.thinking();
        if (model.thinking().adaptive() == Support.NO) {
            return notAtAll(request, context);
        }
        MessageRequest adaptive = request.toBuilder()
                .thinking(ThinkingModes.as(ThinkingModes.ADAPTIVE, null, thinking)).build();
        Integer budget = thinking.budgetTokens();
        if (budget != null && Efforts.word(request) == null && model.effort().supported() != Support.NO) {
            ThinkingLevel level = ThinkingLevels.ofBudget(budget, MaxTokensRule.longestOutput(model));
            adaptive = Efforts.with(Efforts.nearest(ThinkingLevels.effort(level), model.effort()), adaptive);
        }
        String effort = Efforts.word(adaptive);
        context.unsupported("thinking with a budget",
                "it thinks adaptively" + (effort == null ? "" : " with effort " + effort), ADVICE);
        return adaptive;
    }

    private static MessageRequest otherThan(String mode, MessageRequest request, RuleContext context) {
        ClaudeModel model = context.model();
        ThinkingConfig thinking = request.thinking();
        if (needsBudget(model)) {
            Effort effort = Efforts.of(request);
            ThinkingLevel level = effort == null ? ThinkingLevel.HIGH : ThinkingLevels.ofEffort(effort);
            int budget = ThinkingLevels.budget(level, MaxTokensRule.longestOutput(model));
            context.unsupported(mode, "it thinks with a budget", ADVICE);
            return request.toBuilder().thinking(ThinkingModes.as(ThinkingModes.ENABLED, budget, thinking)).build();
        }
        if (model.thinking().adaptive() == Support.NO) {
            return notAtAll(request, context);
        }
        context.unsupported(mode, "it thinks adaptively", ADVICE);
        return request.toBuilder().thinking(ThinkingModes.as(ThinkingModes.ADAPTIVE, null, thinking)).build();
    }

    private static MessageRequest notAtAll(MessageRequest request, RuleContext context) {
        context.unsupported("thinking", "it does not think", "Leave it out, or use a model that thinks");
        return request.toBuilder().thinking(null).build();
    }
}
