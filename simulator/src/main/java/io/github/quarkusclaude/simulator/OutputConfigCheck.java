package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;

/** The model takes this effort, and can follow this output format. */
final class OutputConfigCheck implements RequestCheck {

    private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

    private static final Shape TASK_BUDGET = new Shape().needs("type", Shape.oneOf("tokens")).needs("total", Shape.number(1))
            .may("remaining", Shape.number(0));
    private static final Shape FORMAT = new Shape().needs("type", Shape.oneOf("json_schema")).needs("schema", Located::object);

    @Override
    public void check(MessagesRequest request) {
        if (request.root().has("output_config")) {
            checkConfig(request.field("output_config"), request);
        }
        if (request.root().has("output_format")) {
            checkFormat(request.field("output_format"), request);
        }
    }

    private static void checkConfig(Located config, MessagesRequest request) {
        List<String> fields = new ArrayList<>(List.of("effort", "format"));
        if (request.caller().uses(Beta.TASK_BUDGETS)) {
            fields.add("task_budget");
        }
        config.only(fields);
        config.optional("task_budget", TASK_BUDGET);
        Located effort = config.field("effort");
        if (effort.isPresent() && !request.model().takesEffort(effort.oneOf(EFFORTS))) {
            throw effort.reject("\"" + effort.text() + "\" is not supported by " + request.model().id());
        }
        if (config.has("format")) {
            checkFormat(config.field("format"), request);
        }
    }

    private static void checkFormat(Located format, MessagesRequest request) {
        FORMAT.accept(format);
        new StrictSchemas().checkSchema(format.field("schema"));
        if (!request.model().can("structured_outputs")) {
            throw format.reject("structured outputs are not supported by " + request.model().id());
        }
        if (request.endsWithAssistant()) {
            throw format.reject("cannot be combined with a final assistant message");
        }
        for (Turn turn : request.turns()) {
            for (Located block : turn.blocks()) {
                if (block.node().at("/citations/enabled").asBoolean(false)) {
                    throw format.reject("cannot be combined with citations, which are enabled at " + block.path());
                }
            }
        }
    }
}
