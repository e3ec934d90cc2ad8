package io.github.quarkusclaude.catalog.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** The ways to make a long conversation shorter do not exclude each other. */
final class ContextManagementCheck implements RequestCheck {

    @Override
    public void check(RuleContext context) {
        JsonNode management = context.parameters().get("context_management");
        if (management.isMissingNode()) {
            return;
        }
        if (context.parameters().has("compaction")) {
            context.problem("compaction and context_management cannot be combined. Leave one of them out");
        }
        JsonNode edits = management.path("edits");
        for (int i = 1; i < edits.size(); i++) {
            if (edits.path(i).path("type").asText().startsWith("clear_thinking_")) {
                context.problem("context_management.edits." + i + " clears thinking, which must be the first of the edits."
                        + " Move it to the front");
            }
        }
    }
}
