package io.github.quarkusclaude.auth;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a request is sent with to prove who asks. None of them shows its secret in {@code toString()}.
 */
public sealed interface Credential permits ApiKeyCredential, AccessToken {

    /** The header it travels in, in lower case. */
    String header();

    /** The value of that header. Do not log it. */
    String headerValue();

    /** The secret itself. Do not log it. */
    String secret();

    /** When it stops to work; never, or unknown, if absent. */
    @Nullable
    Instant expiresAt();

    /** What to add to {@code anthropic-beta}. */
    List<String> betas();

    /** The workspace to be named in {@code anthropic-workspace-id}; absent if the credential belongs to one. */
    @Nullable
    String workspaceId();
}
