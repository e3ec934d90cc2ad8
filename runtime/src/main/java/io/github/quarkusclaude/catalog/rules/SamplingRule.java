package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;

/**
 * {@code temperature}, {@code top_p} and {@code top_k}: newer models have none of them, older ones only while they do not
 * think. Which version of the API they need is {@link ApiVersionRule}'s matter.
 */
final class SamplingRule implements ModelRule {

    /** With thinking, {@code top_p} must not be below this. */
    private static final double LEAST_TOP_P = 0.95;

    static boolean samples(MessageRequest request) {
        return request.temperature() != null || request.topP() != null || request.topK() != null;
    }

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (!samples(request)) {
            return request;
        }
        MessageRequestBuilder fitted = request.toBuilder();
        if (context.model().capabilities().samplingParameters() == Support.NO) {
            leaveOut(request, fitted, context, "", "Say in the prompt how varied or how strict the answer should be");
        } else if (ThinkingModes.thinks(request.thinking())) {
            leaveOutBesideThinking(request, fitted, context);
        }
        return fitted.build();
    }

    private static void leaveOutBesideThinking(MessageRequest request, MessageRequestBuilder fitted, RuleContext context) {
        boolean temperature = request.temperature() != null && request.temperature() != 1;
        boolean topP = request.topP() != null && request.topP() < LEAST_TOP_P;
        MessageRequest offending = MessageRequest.builder().temperature(temperature ? request.temperature() : null)
                .topP(topP ? request.topP() : null).topK(request.topK()).build();
        leaveOut(offending, fitted, context, " while it thinks", "Turn thinking off to use it");
    }

    private static void leaveOut(MessageRequest offending, MessageRequestBuilder fitted, RuleContext context, String when,
            String advice) {
        if (offending.temperature() != null) {
            context.unsupported("temperature" + when, "it is left out", advice);
            fitted.temperature(null);
        }
        if (offending.topP() != null) {
            context.unsupported("top_p" + when, "it is left out", advice);
            fitted.topP(null);
        }
        if (offending.topK() != null) {
            context.unsupported("top_k" + when, "it is left out", advice);
            fitted.topK(null);
        }
    }
}
