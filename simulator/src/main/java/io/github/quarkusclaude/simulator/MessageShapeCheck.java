package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;

/** Messages have a role and content; content is a text or blocks that this role may send. */
final class MessageShapeCheck implements RequestCheck {

    private static final int MOST_MESSAGES = 100_000;
    private static final Shape SYSTEM_BLOCK = new Shape().needs("type", Shape.oneOf("text"))
            .needs("text", Located::filledText).may("cache_control").may("citations");

    @Override
    public void check(MessagesRequest request) {
        List<Located> messages = request.field("messages").items();
        if (messages.isEmpty()) {
            throw request.field("messages").reject("at least one message is required");
        }
        if (messages.size() > MOST_MESSAGES) {
            throw request.field("messages").reject("at most " + MOST_MESSAGES + " messages are allowed");
        }
        for (int i = 0; i < messages.size(); i++) {
            check(messages.get(i), i == messages.size() - 1, request);
        }
        checkSystem(request.field("system"));
    }

    private static void check(Located message, boolean last, MessagesRequest request) {
        String role = message.object().field("role").oneOf(List.of("user", "assistant", "system"));
        if (role.equals("system") && !request.model().can("system_messages")) {
            throw message.field("role").reject("this model takes no system messages; use the system parameter");
        }
        message.only(fields(role, request.caller()));
        Located content = message.field("content").required();
        if (!content.node().isTextual() && !content.node().isArray()) {
            throw content.reject("must be a string or an array of blocks");
        }
        if (content.node().isTextual() ? content.text().isEmpty() : content.node().isEmpty()) {
            if (!last || !role.equals("assistant")) {
                throw message.reject(
                        "all messages must have non-empty content except for the optional final assistant message");
            }
            return;
        }
        Turn.blocks(content).forEach(block -> BlockRules.check(block, role, request));
    }

    private static List<String> fields(String role, Caller caller) {
        List<String> fields = new ArrayList<>(List.of("role", "content"));
        if (role.equals("system") && caller.uses(Beta.EFFORT_MESSAGES)) {
            fields.add("output_config");
        }
        if (role.equals("system") && caller.uses(Beta.EXPIRING_MESSAGES)) {
            fields.add("clear_at");
        }
        return fields;
    }

    private static void checkSystem(Located system) {
        if (system.isPresent() && !system.node().isTextual() && !system.node().isArray()) {
            throw system.reject("must be a string or an array of text blocks");
        }
        if (!system.isPresent() || system.node().isTextual()) {
            return;
        }
        for (Located block : system.items()) {
            SYSTEM_BLOCK.accept(block);
        }
    }
}
