package io.github.quarkusclaude.simulator;

import java.util.List;

/** The small fields at the top level hold values of the right kind. */
final class ScalarFieldsCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        if (request.root().has("stream")) {
            request.field("stream").bool();
        }
        if (request.root().has("stop_sequences")) {
            checkStopSequences(request.field("stop_sequences"));
        }
        if (request.root().has("metadata")) {
            request.field("metadata").only(List.of("user_id"));
        }
        checkChoice(request.field("service_tier"), List.of("auto", "standard_only"));
        checkChoice(request.field("inference_geo"), List.of("us", "global"));
        checkChoice(request.field("speed"), List.of("standard", "fast"));
        Located container = request.field("container");
        if (container.isPresent() && !container.node().isTextual()) {
            container.only(List.of("id", "skills"));
        }
        if (request.root().has("diagnostics")) {
            request.field("diagnostics").only(List.of("previous_message_id"));
        }
    }

    private static void checkStopSequences(Located sequences) {
        for (Located sequence : sequences.items()) {
            if (sequence.text().isBlank()) {
                throw sequence.reject("must contain something besides whitespace");
            }
        }
    }

    private static void checkChoice(Located field, List<String> values) {
        if (field.isPresent()) {
            field.oneOf(values);
        }
    }
}
