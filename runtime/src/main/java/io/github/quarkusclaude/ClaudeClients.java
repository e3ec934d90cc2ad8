package io.github.quarkusclaude;

/**
 * Clients chosen or made while the application runs. Injectable.
 * <p>
 * To use a client that is known when the application is written, inject a {@link ClaudeClient} instead.
 */
public interface ClaudeClients {

    /**
     * The client configured by {@code quarkus.claude.*}.
     *
     * @throws io.github.quarkusclaude.error.AuthenticationException if it has no valid credential
     */
    ClaudeClient client();

    /**
     * The client configured by {@code quarkus.claude."name".*}.
     *
     * @throws io.github.quarkusclaude.error.AuthenticationException if it has no valid credential
     */
    ClaudeClient client(String name);

    /**
     * Makes a client of its own, with its own connections, for instance one per tenant. It starts from the configuration
     * of the default client.
     */
    Builder builder();

    /** Makes a client. Not thread safe. */
    interface Builder {

        /** The API key. */
        Builder apiKey(String apiKey);

        /** Where the API is, with or without a trailing {@code /v1}. */
        Builder baseUrl(String baseUrl);

        /** The model of requests that name none. */
        Builder model(String model);

        /**
         * Makes the client. Close it when it is no longer needed.
         *
         * @throws io.github.quarkusclaude.error.AuthenticationException if it has no valid credential
         * @throws IllegalArgumentException if a setting is malformed
         */
        ClaudeClient build();
    }
}
