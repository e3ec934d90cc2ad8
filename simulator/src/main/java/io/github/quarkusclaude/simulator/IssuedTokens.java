package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens the simulator has given out.
 *
 * @param accessToken opens the API, {@code sk-ant-oat01-…}
 * @param refreshToken yields new tokens, {@code sk-ant-ort01-…}; empty if there is none
 * @param expiresAt when the access token expires, by the simulator's clock
 * @param scopes what the access token may be used for
 */
public record IssuedTokens(String accessToken, Optional<String> refreshToken, Instant expiresAt, Set<String> scopes) {

    @Override
    public String toString() {
        return "IssuedTokens[" + scopes + ", until " + expiresAt + "]";
    }
}
