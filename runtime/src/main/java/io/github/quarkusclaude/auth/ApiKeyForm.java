package io.github.quarkusclaude.auth;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;

/**
 * What the keys of a client look like and how they travel.
 *
 * @param isGateway whether the server is another than Anthropic's, whose keys may have any form
 * @param asBearer whether they travel as {@code Authorization: Bearer} instead of {@code x-api-key}
 */
public record ApiKeyForm(boolean isGateway, boolean asBearer) {

    /**
     * Takes a key.
     *
     * @param expiresAt when it is replaced; never, or unknown, if absent
     * @throws AuthenticationException if it cannot be one; the message says why and what to do
     */
    public ApiKeyCredential credential(String text, @Nullable Instant expiresAt) {
        return new ApiKeyCredential(isGateway ? ApiKey.ofGateway(text) : ApiKey.of(text), asBearer, expiresAt);
    }
}
