package io.github.quarkusclaude.simulator;

import java.util.OptionalLong;

/** {@code max_tokens} is there, and no more than the model can do; 0 only fills the prompt cache. */
final class OutputLimitCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        if (request.counting()) {
            return;
        }
        Located maxTokens = request.field("max_tokens");
        long asked = maxTokens.integer(0);
        limit(request).ifPresent(limit -> {
            if (asked > limit) {
                throw maxTokens.reject(asked + " > " + limit + ", which is the maximum for " + request.model().id());
            }
        });
        if (asked == 0 && (request.isStreamed() || request.thinking().equals("enabled") || request.forcesTool()
                || !request.outputSchema().isMissingNode())) {
            throw maxTokens.reject("0 only fills the prompt cache; it cannot be combined with stream, thinking.enabled, "
                    + "output_config.format or a forced tool_choice");
        }
    }

    /** Only in batches some models may write much more, for those who ask for it. */
    private static OptionalLong limit(MessagesRequest request) {
        OptionalLong batched = request.model().limit("max_tokens_batch");
        return request.batched() && request.caller().uses(Beta.LONG_BATCH_OUTPUT) && batched.isPresent() ? batched
                : request.model().limit("max_tokens");
    }
}
