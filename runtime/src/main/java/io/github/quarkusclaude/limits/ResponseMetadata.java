package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the head of an answer said, be it a success or a refusal. What it did not say is absent.
 *
 * @param status the HTTP status; 0 if there has been no answer yet
 * @param requestId the API's id of the request, which its support asks for
 * @param organizationId the organization of the credential
 * @param workspaceId the workspace of the credential
 * @param limits what this answer said about rate limits; {@link RateLimits#UNKNOWN} if nothing
 * @param retryAfter how long it asked to wait
 * @param receivedAt when its head arrived
 */
public record ResponseMetadata(int status, @Nullable String requestId, @Nullable String organizationId,
        @Nullable String workspaceId, RateLimits limits, @Nullable Duration retryAfter, @Nullable Instant receivedAt) {

    /** There has been no answer yet. */
    public static final ResponseMetadata NONE = new ResponseMetadata(0, null, null, null, RateLimits.UNKNOWN, null, null);
}
