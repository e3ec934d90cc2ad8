package io.github.quarkusclaude.auth;

/** Where access tokens come from. */
public interface TokenSupplier extends CredentialSupplier<AccessToken> {
}
