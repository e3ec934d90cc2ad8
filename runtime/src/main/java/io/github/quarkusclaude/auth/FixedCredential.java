package io.github.quarkusclaude.auth;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * A credential that never changes.
 */
public final class FixedCredential implements CredentialSource {

    private final AuthMethod method;
    private final String source;
    private final Credential credential;

    /** @param source where it comes from, for people */
    public FixedCredential(AuthMethod method, String source, Credential credential) {
        this.method = method;
        this.source = source;
        this.credential = credential;
    }

    @Override
    public AuthMethod method() {
        return method;
    }

    @Override
    public Credential ifReady() {
        return credential;
    }

    @Override
    public Uni<Credential> current() {
        return Uni.createFrom().item(credential);
    }

    @Override
    public Uni<@Nullable Credential> insteadOf(Credential refused) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public String masked(String text) {
        return text.replace(credential.secret(), ApiKey.mask(credential.secret()));
    }

    @Override
    public AuthStatus status() {
        return AuthStatus.fixed(method, source);
    }
}
