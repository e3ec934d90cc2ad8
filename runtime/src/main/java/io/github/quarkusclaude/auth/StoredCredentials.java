package io.github.quarkusclaude.auth;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a login leaves behind: tokens, or an API key. {@link #toString()} masks both.
 *
 * @param tokens what OAuth gave out; absent after a login with a key
 * @param apiKey the key; absent after a login with OAuth
 * @param subscriptionTier the tier of the account as it was found out at login, for instance {@code max_5}; absent if unknown
 * @param createdAt when the login was; now, if absent while saving
 * @param updatedAt when the tokens changed last; set by the store while saving
 */
public record StoredCredentials(@Nullable OAuthTokens tokens, @Nullable String apiKey, @Nullable String subscriptionTier,
        @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    public StoredCredentials {
        if ((tokens == null) == (apiKey == null)) {
            throw new IllegalArgumentException("Either tokens or an API key can be stored");
        }
    }

    /** Tokens of a new login. */
    public static StoredCredentials of(OAuthTokens tokens) {
        return new StoredCredentials(tokens, null, null, null, null);
    }

    /** An API key of a new login. */
    public static StoredCredentials ofApiKey(String apiKey) {
        return new StoredCredentials(null, apiKey, null, null, null);
    }

    /** The same login with other tokens. */
    public StoredCredentials with(OAuthTokens tokens) {
        return new StoredCredentials(tokens, null, subscriptionTier, createdAt, updatedAt);
    }

    /** The same login with its tier. */
    public StoredCredentials withTier(@Nullable String subscriptionTier) {
        return new StoredCredentials(tokens, apiKey, subscriptionTier, createdAt, updatedAt);
    }

    /**
     * A login that {@link #toJson} or the file of another program of this kind has as text.
     *
     * @throws TokenStoreException if it is not a login; the message quotes nothing of it
     */
    public static StoredCredentials fromJson(String json) {
        return CredentialsFormat.read(StoredJson.parse(json, "The stored login"));
    }

    /**
     * This login as JSON, for stores that keep text. It holds secrets.
     *
     * @param now when it is stored
     */
    public String toJson(Instant now) {
        StoredJson json = StoredJson.empty("The stored login");
        CredentialsFormat.write(this, json, StoredTime.after(updatedAt, now));
        return json.toJson();
    }

    @Override
    public String toString() {
        return "StoredCredentials[" + (tokens == null ? "apiKey=" + ApiKey.mask(apiKey) : tokens) + ", subscriptionTier="
                + subscriptionTier + ", createdAt=" + createdAt + ", updatedAt=" + updatedAt + "]";
    }
}
