package io.github.quarkusclaude.catalog.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolChoice;

/** Tools have distinct names the API takes, and a chosen tool is there. */
final class ToolsCheck implements RequestCheck {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

    @Override
    public void check(RuleContext context) {
        MessageRequest request = context.asked();
        List<Tool> tools = request.tools() == null ? List.of() : request.tools();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tools.size(); i++) {
            Tool tool = tools.get(i);
            if (ToolSettings.isOwn(tool)) {
                checkOwn(tool, i, context);
            }
            if (tool.name() != null && !names.add(tool.name())) {
                context.problem("There are several tools named \"" + tool.name() + "\". Give each its own name");
            }
            if (ToolSettings.hasElements("allowed_domains", tool) && ToolSettings.hasElements("blocked_domains", tool)) {
                context.problem("tools." + i + " has both allowed_domains and blocked_domains. Leave one of them out");
            }
        }
        checkChoice(request.toolChoice(), tools, names, context);
    }

    private static void checkOwn(Tool tool, int index, RuleContext context) {
        if (tool.name() == null || !NAME.matcher(tool.name()).matches()) {
            context.problem("tools." + index + " is named \"" + tool.name()
                    + "\". A name has 1 to 128 letters, digits, underscores and hyphens");
        }
        if (tool.inputSchema() == null) {
            context.problem("tools." + index + " has no input_schema. Give it a JSON schema of type \"object\"");
        }
    }

    private static void checkChoice(@Nullable ToolChoice choice, List<Tool> tools, Set<String> names, RuleContext context) {
        if (!ForcedToolChoiceRule.isForced(choice)) {
            return;
        }
        if (tools.isEmpty()) {
            context.problem("tool_choice makes the model use a tool, but the request has no tools. Add them, or leave it out");
        } else if ("tool".equals(choice.type()) && !names.contains(choice.name())
                && tools.stream().noneMatch(tool -> tool.name() == null)) {
            // a set of tools has no name, and its members are not in the request
            context.problem("tool_choice names \"" + choice.name() + "\", but there is no such tool. There are " + names);
        }
    }
}
