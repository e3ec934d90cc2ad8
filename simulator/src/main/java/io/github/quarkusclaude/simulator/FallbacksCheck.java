package io.github.quarkusclaude.simulator;

import java.util.List;

/** The models to fall back on after a refusal exist. */
final class FallbacksCheck implements RequestCheck {

    private static final List<String> RULES = List.of("max_tokens", "thinking", "output_config", "speed");
    private static final Shape FALLBACK = new Shape().needs("model", Located::filledText)
            .may("max_tokens", Shape.number(1)).may("thinking", Located::object).may("output_config", Located::object)
            .may("speed", Shape.oneOf("standard", "fast"));
    private static final Shape CREDIT = new Shape().needs("token", Located::filledText)
            .may("mode", Shape.oneOf("strict", "best_effort"));

    private final ModelCatalog catalog;

    FallbacksCheck(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(MessagesRequest request) {
        if (request.root().has("fallbacks")) {
            checkFallbacks(request.field("fallbacks"), request.caller());
        }
        if (request.root().has("fallback_credit_token")) {
            Located token = request.field("fallback_credit_token");
            if (token.node().isTextual()) {
                token.filledText();
            } else {
                CREDIT.accept(token);
                Beta.FALLBACK_CREDIT_OBJECT.demand(token, request.caller());
            }
        }
    }

    private void checkFallbacks(Located fallbacks, Caller caller) {
        if (fallbacks.node().isTextual()) {
            fallbacks.oneOf(List.of("default"));
            Beta.FALLBACKS_WITH_RULES.demand(fallbacks, caller);
            return;
        }
        for (Located fallback : fallbacks.items()) {
            FALLBACK.accept(fallback);
            RULES.forEach(rule -> fallback.optional(rule, field -> Beta.FALLBACKS_WITH_RULES.demand(field, caller)));
            Located model = fallback.field("model");
            if (catalog.find(model.text()).filter(known -> !known.isRetired()).isEmpty()) {
                throw model.reject("there is no model \"" + model.text() + "\"");
            }
        }
    }
}
