package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * {@code inference_geo}, which older models refuse. A request that may run anywhere loses nothing without; one that names a
 * place would run where it must not, so this is always an error.
 */
final class InferenceGeoRule implements ModelRule {

    private static final String ANYWHERE = "global";

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        String place = request.inferenceGeo();
        if (context.model().capabilities().inferenceGeo() != Support.NO || place == null) {
            return request;
        }
        if (!place.equals(ANYWHERE)) {
            context.problem(context.model().id() + " does not take inference_geo, so where it runs cannot be chosen."
                    + " Use a newer model");
            return request;
        }
        context.unsupported("inference_geo", "it is left out", "Where it runs cannot be chosen");
        return request.toBuilder().inferenceGeo(null).build();
    }
}
