package io.github.quarkusclaude.simulator;

/** The small fields at the top level hold values of the right kind. */
final class ScalarFieldsCheck implements RequestCheck {

    private static final Shape CONTAINER = new Shape().may("id", Located::text).may("skills", new Shape()
            .needs("type", Shape.oneOf("anthropic", "custom"))
            .needs("skill_id", Located::filledText)
            .may("version", Located::text)
            .list());
    private static final Shape METADATA = new Shape().may("user_id", Located::text);
    private static final Shape DIAGNOSTICS = new Shape().may("previous_message_id", Located::text);
    private static final Shape BILLING = new Shape().needs("type", Shape.oneOf("billing_policy"))
            .needs("bill_to", Shape.oneOf("self", "user_profile"));

    @Override
    public void check(MessagesRequest request) {
        Located root = request.root();
        root.optional("stream", Located::bool);
        root.optional("stop_sequences", ScalarFieldsCheck::checkStopSequences);
        root.optional("metadata", METADATA);
        root.optional("service_tier", Shape.oneOf("auto", "standard_only"));
        root.optional("inference_geo", geography -> checkGeography(geography, request.model()));
        root.optional("speed", Shape.oneOf("standard", "fast"));
        root.optional("container", ScalarFieldsCheck::checkContainer);
        root.optional("diagnostics", DIAGNOSTICS);
        root.optional("billing_policy", BILLING);
    }

    private static void checkStopSequences(Located sequences) {
        for (Located sequence : sequences.items()) {
            if (sequence.text().isBlank()) {
                throw sequence.reject("must contain something besides whitespace");
            }
        }
    }

    private static void checkGeography(Located geography, Model model) {
        Shape.oneOf("us", "global").accept(geography);
        if (!model.can("inference_geo")) {
            throw geography.reject("is not supported by " + model.id());
        }
    }

    private static void checkContainer(Located container) {
        if (!container.node().isTextual()) {
            CONTAINER.accept(container);
        }
    }
}
