package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;

/** Fits one side of a request to its model. */
@FunctionalInterface
interface ModelRule {

    /**
     * @param request the request as the rules before this one left it
     * @return a request the model accepts as far as this rule goes; the same object if there is nothing to do
     */
    MessageRequest apply(MessageRequest request, RuleContext context);
}
