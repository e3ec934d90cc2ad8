package io.github.quarkusclaude.catalog.rules;

import java.util.List;
import java.util.regex.Pattern;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.Toolset;

/**
 * The computer as one tool, from before it was a toolset: where the model refuses it, this is always an error. The toolset
 * calls the application by other names, so it cannot take the tool's place unasked.
 */
final class ComputerToolRule implements ModelRule {

    private static final Pattern OLDER = Pattern.compile("computer_\\d+");
    private static final String TOOLSET = String.valueOf(Toolset.computer().build().type());

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        List<Tool> tools = request.tools();
        if (tools == null || context.model().capabilities().olderComputerTools() != Support.NO) {
            return request;
        }
        for (Tool tool : tools) {
            if (tool.type() != null && OLDER.matcher(tool.type()).matches()) {
                context.problem(context.model().id() + " does not take the tool " + tool.type() + ". Use the toolset "
                        + TOOLSET + ", or an older model");
            }
        }
        return request;
    }
}
