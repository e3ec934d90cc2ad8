package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An API key and the way it travels.
 *
 * @param key the key
 * @param asBearer whether it travels as {@code Authorization: Bearer} instead of {@code x-api-key}
 * @param expiresAt when it is replaced; never, or unknown, if absent
 */
public record ApiKeyCredential(ApiKey key, boolean asBearer, @Nullable Instant expiresAt) implements Credential {

    @Override
    public String header() {
        return asBearer ? "authorization" : "x-api-key";
    }

    @Override
    public String headerValue() {
        return asBearer ? "Bearer " + key.value() : key.value();
    }

    @Override
    public String secret() {
        return key.value();
    }

    @Override
    public List<String> betas() {
        return List.of();
    }

    @Override
    public @Nullable String workspaceId() {
        return null;
    }
}
