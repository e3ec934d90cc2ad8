package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;

/** {@code speed}: message batches have no fast mode. */
final class SpeedRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        if (context.purpose() != Purpose.BATCH || !"fast".equals(request.speed())) {
            return request;
        }
        context.unsupported("speed \"fast\" in a batch", "it is left out", "Leave it out, or send the request by itself");
        return request.toBuilder().speed(null).build();
    }
}
