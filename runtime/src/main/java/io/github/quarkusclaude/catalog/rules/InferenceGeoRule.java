package io.github.quarkusclaude.catalog.rules;

import java.time.LocalDate;

import io.github.quarkusclaude.message.MessageRequest;

/** {@code inference_geo}: models from before Claude 4.6 refuse it. */
final class InferenceGeoRule implements ModelRule {

    /** The release of Opus 4.6, the first model whose place can be chosen. */
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 5);

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        LocalDate released = context.model().lifecycle().released();
        if (released == null || !released.isBefore(FIRST) || request.inferenceGeo() == null) {
            return request;
        }
        context.problem(context.model().id() + " does not take inference_geo, so where it runs cannot be chosen."
                + " Use Claude 4.6 or newer");
        return request;
    }
}
