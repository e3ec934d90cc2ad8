package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * A bearer token.
 *
 * @param value the token. Do not log it
 * @param expiresAt when it stops to work; never if absent
 * @param betas what to add to {@code anthropic-beta}
 * @param workspaceId the workspace to be named; absent if the token belongs to one
 */
public record AccessToken(String value, @Nullable Instant expiresAt, List<String> betas, @Nullable String workspaceId)
        implements
            Credential {

    /** What requests with tokens of OAuth or federation are sent with. */
    public static final String OAUTH_BETA = "oauth-2025-04-20";

    public AccessToken {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new AuthenticationException(ErrorDetails.of("The bearer token " + ApiKey.mask(value)
                        + " has a character at position " + (i + 1) + " that cannot stand in a header. Copy it again"), null);
            }
        }
        betas = List.copyOf(betas);
    }

    /** A token that never changes and says nothing about itself. */
    public static AccessToken fixed(String value) {
        return new AccessToken(value, null, List.of(), null);
    }

    /** A token of OAuth or federation. */
    public static AccessToken oauth(String value, @Nullable Instant expiresAt, @Nullable String workspaceId) {
        return new AccessToken(value, expiresAt, List.of(OAUTH_BETA), workspaceId);
    }

    @Override
    public String header() {
        return "authorization";
    }

    @Override
    public String headerValue() {
        return "Bearer " + value;
    }

    @Override
    public String secret() {
        return value;
    }

    @Override
    public String toString() {
        return "AccessToken[" + ApiKey.mask(value) + ", expiresAt=" + expiresAt + "]";
    }
}
