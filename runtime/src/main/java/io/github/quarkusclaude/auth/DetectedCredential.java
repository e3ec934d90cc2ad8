package io.github.quarkusclaude.auth;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The credential a client uses.
 *
 * @param source gives it for each call
 * @param baseUrl where the API is, without {@code /v1}, if what the credential comes from says so and nothing else does
 */
public record DetectedCredential(CredentialSource source, @Nullable URI baseUrl) {
}
