package io.github.quarkusclaude.auth;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a client was told about its credential. {@link #toString()} shows none of it.
 *
 * @param client the client's name
 * @param property the full name of a configuration property of the client, for messages
 * @param method how to prove who asks; found out if absent
 * @param apiKey the API key
 * @param keySupplier gives a key that may change; absent if there is none
 * @param keySource where the key, or its supplier, comes from, for people
 * @param keyForm what keys look like and how they travel
 * @param authToken a bearer token that never changes
 * @param oauthToken tokens of OAuth, as text
 * @param store where logins are
 * @param storeName what the login of the client is stored under
 * @param isOwnStore whether the store is the application's, which is not asked before a call needs it
 * @param oauth the server of OAuth
 * @param federation workload identity federation
 * @param profile the name of a profile; the active one if absent
 * @param profiles where profiles are
 * @param baseUrl where the API is, without {@code /v1}; absent if that was not said, so that a profile may say it
 * @param baseUrls reads the address of an API, with or without {@code /v1}, that a profile says; fails with
 *        {@link IllegalArgumentException} if it is none
 * @param environment the variables of the environment
 */
public record AuthSettings(String client, UnaryOperator<String> property, @Nullable AuthMethod method,
        @Nullable String apiKey, @Nullable Supplier<ApiKeyCredential> keySupplier, String keySource, ApiKeyForm keyForm,
        @Nullable String authToken, @Nullable String oauthToken, TokenStore store, String storeName,
        boolean isOwnStore, OAuthSettings oauth, FederationSettings federation, @Nullable String profile,
        ProfileDirectory profiles, @Nullable URI baseUrl, Function<String, URI> baseUrls, Map<String, String> environment) {

    @Override
    public String toString() {
        return "AuthSettings[client=" + client + ", method=" + method + "]";
    }
}
