package io.github.quarkusclaude.transport;

import io.github.quarkusclaude.limits.ResponseHeaders;

/**
 * Is told of the head of every answer to a call, once, whether it is a success or a refusal. Must not block.
 */
@FunctionalInterface
interface AnswerObserver {

    void answered(int status, ResponseHeaders headers);
}
