package io.github.quarkusclaude;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.catalog.SubscriptionTier;

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

        /**
         * How to prove who asks. Needed only if what is configured has more than one credential, since the one given here, if
         * any, tells the method; it must not be of another.
         */
        Builder authMethod(AuthMethod method);

        /** The API key. */
        Builder apiKey(String apiKey);

        /** A bearer token that never changes, for instance of a gateway. */
        Builder authToken(String token);

        /**
         * A token of OAuth: an access token, or a JSON object with {@code accessToken}, {@code refreshToken} and
         * {@code expiresAt} (milliseconds since 1970). New ones are kept in memory only.
         */
        Builder oauthToken(String token);

        /** Where the API is, with or without a trailing {@code /v1}. */
        Builder baseUrl(String baseUrl);

        /** The model of requests that name none. */
        Builder model(String model);

        /** The tier of the account, which decides about the models that may be used. */
        Builder subscriptionTier(SubscriptionTier tier);

        /** Whether {@code anthropic-beta} may be sent, as far as the application was built with it. */
        Builder betaFeatures(boolean allowed);

        /**
         * Makes the client. Close it when it is no longer needed.
         *
         * @throws io.github.quarkusclaude.error.AuthenticationException if it has no valid credential, or more than one was
         *         given, or one that is not of the method that was given
         * @throws IllegalArgumentException if the base URL is malformed
         * @throws io.quarkus.runtime.configuration.ConfigurationException if the configuration it starts from is malformed
         */
        ClaudeClient build();
    }
}
