package io.github.quarkusclaude.transport;

/**
 * What calls of the API are about. Each fails by itself: batches may be out of order while messages are answered.
 */
public enum Endpoint {
    MESSAGES,
    COUNT_TOKENS,
    MODELS,
    BATCHES,
    FILES
}
