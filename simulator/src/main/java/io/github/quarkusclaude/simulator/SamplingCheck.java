package io.github.quarkusclaude.simulator;

import java.util.List;

/** Sampling parameters exist only in the old version of the API, and there only for some models. */
final class SamplingCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        for (String name : List.of("temperature", "top_p", "top_k")) {
            Located parameter = request.field(name);
            if (!parameter.isPresent()) {
                continue;
            }
            if (request.isAtLeast(ApiVersion.V2026_10_21)) {
                throw parameter.reject("Extra inputs are not permitted");
            }
            if (!request.model().can("sampling_parameters")) {
                throw parameter.reject("is not supported by " + request.model().id());
            }
            if (name.equals("top_k")) {
                parameter.integer(0);
            } else if (!parameter.node().isNumber()) {
                throw parameter.reject("must be a number");
            } else if (parameter.node().doubleValue() < 0 || parameter.node().doubleValue() > 1) {
                throw parameter.reject("range: 0..1");
            }
        }
    }
}
