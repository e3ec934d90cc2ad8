package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;

/**
 * Answers by a JSON schema: where the model cannot give them, there is nothing to send instead, so this is always an error.
 * Tools whose arguments follow their schema strictly are left as ordinary tools.
 */
final class StructuredOutputRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (context.model().capabilities().structuredOutputs() != Support.NO) {
            return request;
        }
        if (request.outputConfig() != null && request.outputConfig().format() != null) {
            context.problem(context.model().id() + " does not take output_config.format, so it cannot answer by a JSON schema."
                    + " Use a model with structured outputs");
        }
        List<Tool> tools = request.tools();
        if (tools == null || tools.stream().noneMatch(StructuredOutputRule::isStrict)) {
            return request;
        }
        context.unsupported("strict tools", "they are sent as ordinary tools",
                "Check the arguments of tool calls, or use a model with structured outputs");
        List<Tool> ordinary = new ArrayList<>();
        for (Tool tool : tools) {
            ordinary.add(isStrict(tool) ? tool.withStrict(null) : tool);
        }
        return request.toBuilder().tools(ordinary).build();
    }

    private static boolean isStrict(Tool tool) {
        return Boolean.TRUE.equals(tool.strict());
    }
}
