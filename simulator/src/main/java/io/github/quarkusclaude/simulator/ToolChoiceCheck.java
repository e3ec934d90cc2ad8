package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Map;

/** A tool can only be chosen if it is there, and only be forced on models that take it. */
final class ToolChoiceCheck implements RequestCheck {

    private static final Map<String, Shape> FIELDS = Map.of(
            "auto", choice().may("disable_parallel_tool_use", Located::bool),
            "any", choice().may("disable_parallel_tool_use", Located::bool),
            "tool", choice().needs("name", Located::text).may("disable_parallel_tool_use", Located::bool),
            "none", choice());

    @Override
    public void check(MessagesRequest request) {
        if (!request.root().has("tool_choice")) {
            return;
        }
        Located choice = request.field("tool_choice").object();
        String type = choice.field("type").oneOf(List.of("auto", "any", "tool", "none"));
        FIELDS.get(type).accept(choice);
        if (request.body().path("tools").isEmpty()) {
            throw choice.reject("may only be specified together with tools");
        }
        if (type.equals("tool")) {
            checkName(choice.field("name"), request);
        }
        if (request.forcesTool()) {
            checkForced(choice.field("type"), request);
        }
    }

    private static Shape choice() {
        return new Shape().needs("type", Located::text);
    }

    private static void checkName(Located name, MessagesRequest request) {
        String wanted = name.filledText();
        for (Located tool : request.field("tools").items()) {
            if (tool.node().path("name").asText().equals(wanted)) {
                return;
            }
        }
        throw name.reject("there is no tool named \"" + wanted + "\"");
    }

    private static void checkForced(Located type, MessagesRequest request) {
        String forced = request.model().forcedToolChoice();
        boolean manual = request.thinking().equals("enabled");
        if (forced.equals("no")) {
            throw type.reject("forced tool use is not supported by " + request.model().id());
        }
        if (forced.equals("without_manual_thinking") && manual) {
            throw type.reject("thinking may not be enabled when tool_choice forces tool use");
        }
    }
}
