package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolChoice;

/**
 * A {@code tool_choice} that makes the model use a tool: the newest models refuse it, and all models while they think with
 * a budget. The model decides instead.
 */
final class ForcedToolChoiceRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (!isForced(request.toolChoice())) {
            return request;
        }
        ToolChoice choice = request.toolChoice();
        boolean budget = ThinkingModes.isManual(request.thinking());
        boolean never = context.model().capabilities().forcedToolChoice() == ForcedToolChoice.NO;
        if (!never && !budget) {
            return request;
        }
        context.unsupported("tool_choice \"" + choice.type() + "\"" + (never ? "" : " while it thinks with a budget"),
                "it is sent as \"auto\"", "Use \"auto\" and ask for the tool in the prompt, or structured output for an answer"
                        + " in a given form");
        return request.toBuilder()
                .toolChoice(new ToolChoice(ToolChoice.AUTO.type(), null, choice.disableParallelToolUse(),
                        choice.additionalFields()))
                .build();
    }

    static boolean isForced(@Nullable ToolChoice choice) {
        return choice != null && ("any".equals(choice.type()) || "tool".equals(choice.type()));
    }
}
