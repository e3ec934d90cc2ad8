package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The model takes this kind of thinking. */
final class ThinkingCheck implements RequestCheck {

    private static final long LEAST_BUDGET = 1024;
    private static final Shape BINDING = new Shape().may("prefix_mismatch_behavior", Shape.oneOf("error", "drop_block"));

    @Override
    public void check(MessagesRequest request) {
        if (!request.root().has("thinking")) {
            return;
        }
        Located thinking = request.field("thinking").object();
        String type = thinking.field("type").oneOf(List.of("enabled", "adaptive", "disabled", "between_tools"));
        String taken = request.model().thinking(type);
        if (taken.equals("no")) {
            throw thinking.field("type").reject("\"" + type + "\" is not supported by " + request.model().id());
        }
        if (taken.equals("up_to_high_effort") && Set.of("xhigh", "max").contains(request.effort())) {
            throw thinking.field("type").reject("\"" + type + "\" cannot be combined with effort " + request.effort());
        }
        thinking.only(allowedFields(type, request.caller()));
        if (type.equals("enabled")) {
            checkBudget(thinking.field("budget_tokens"), request);
        }
        thinking.optional("block_binding", BINDING);
        if (thinking.has("display")) {
            boolean updates = request.caller().uses(Beta.DISPLAY_UPDATES);
            thinking.field("display").oneOf(updates ? List.of("summarized", "omitted", "updates")
                    : List.of("summarized", "omitted"));
        }
    }

    private static List<String> allowedFields(String type, Caller caller) {
        List<String> fields = new ArrayList<>(List.of("type"));
        if (type.equals("enabled")) {
            fields.add("budget_tokens");
        }
        if (type.equals("enabled") || type.equals("adaptive")) {
            fields.add("display");
        }
        if (caller.uses(Beta.BLOCK_BINDING)) {
            fields.add("block_binding");
        }
        return fields;
    }

    private static void checkBudget(Located budget, MessagesRequest request) {
        long tokens = budget.integer(LEAST_BUDGET);
        boolean interleaved = request.caller().uses(Beta.INTERLEAVED_THINKING);
        if (!request.counting() && !interleaved && tokens >= request.maxTokens()) {
            throw budget.reject("must be less than max_tokens");
        }
    }
}
