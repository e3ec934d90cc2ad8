package io.github.quarkusclaude.transport;

/** The header an API key travels in. */
public enum ApiKeyHeader {

    /** {@code x-api-key: <key>} */
    X_API_KEY,

    /** {@code Authorization: Bearer <key>} */
    AUTHORIZATION
}
