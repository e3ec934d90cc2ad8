package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A login as JSON: {@code type}, {@code oauth} or {@code apiKey}, and what is known about it. */
final class CredentialsFormat {

    private static final String OAUTH = "oauth";
    private static final String API_KEY = "api-key";

    private CredentialsFormat() {
    }

    /**
     * @throws TokenStoreException if there is neither a token nor a key, or its kind or expiry cannot be understood
     */
    static StoredCredentials read(StoredJson json) {
        boolean isOAuth = kind(json).equals(OAUTH);
        return new StoredCredentials(isOAuth ? readTokens(json.object(OAUTH)) : null,
                isOAuth ? null : json.requiredText("apiKey").strip(), json.text("subscriptionTier"),
                lenientTime(json, "createdAt"), lenientTime(json, "updatedAt"));
    }

    private static String kind(StoredJson json) {
        String type = json.text("type");
        if (type == null) {
            return json.has("apiKey") && !json.has(OAUTH) ? API_KEY : OAUTH;
        }
        return switch (type.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case OAUTH -> OAUTH;
            case API_KEY, "apikey" -> API_KEY;
            default ->
                throw json.invalid("type", "is neither " + OAUTH + " nor " + API_KEY + ". Correct it, or log out and in again");
        };
    }

    /** The tokens of an object that has them as fields. */
    static OAuthTokens readTokens(StoredJson json) {
        String type = json.text("tokenType");
        return new OAuthTokens(json.requiredText("accessToken"), json.text("refreshToken"), StoredTime.read(json, "expiresAt"),
                type == null ? OAuthTokens.BEARER : type, json.words("scope"));
    }

    /** A time that nothing depends on. */
    static @Nullable Instant lenientTime(StoredJson json, String name) {
        try {
            return StoredTime.read(json, name);
        } catch (TokenStoreException e) {
            return null;
        }
    }

    /** Puts a login in place of the one there is. Fields that are not part of a login stay. */
    static void write(StoredCredentials credentials, StoredJson json, Instant now) {
        OAuthTokens tokens = credentials.tokens();
        String kind = tokens != null ? OAUTH : API_KEY;
        if (!kind.equals(kind(json))) {
            // the secret of a login of the other kind is replaced as well
            json.remove(OAUTH);
            json.remove("apiKey");
        }
        json.set("type", kind);
        if (tokens != null) {
            StoredJson oauth = json.object(OAUTH);
            writeTokens(tokens, oauth);
            json.set(OAUTH, oauth);
        } else {
            json.set("apiKey", credentials.apiKey());
        }
        json.set("provider", TokenStore.DEFAULT_NAME);
        json.set("subscriptionTier", credentials.subscriptionTier());
        Instant createdAt = credentials.createdAt();
        json.set("createdAt", StoredTime.write(createdAt == null ? now : createdAt));
        json.set("updatedAt", StoredTime.write(StoredTime.after(lenientTime(json, "updatedAt"), now)));
    }

    /** Puts tokens in place of those there are. */
    static void writeTokens(OAuthTokens tokens, StoredJson json) {
        Instant expiresAt = tokens.expiresAt();
        json.set("accessToken", tokens.accessToken());
        json.set("refreshToken", tokens.refreshToken());
        json.set("expiresAt", expiresAt == null ? null : StoredTime.write(expiresAt));
        json.set("tokenType", tokens.tokenType());
        json.set("scope", tokens.scopes().isEmpty() ? null : String.join(" ", tokens.scopes()));
    }
}
