package io.github.quarkusclaude.examples;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;

/** Keeps logins where the application keeps its other secrets. */
// tag::store[]
@ApplicationScoped
public class VaultTokenStore implements TokenStore { // <1>

    @Inject
    Vault vault;

    @Override
    public String description() { // <2>
        return "the vault";
    }

    @Override
    public Optional<StoredCredentials> load(String name) {
        return vault.read("claude/" + name).map(StoredCredentials::fromJson);
    }

    @Override
    public void save(String name, StoredCredentials credentials) { // <3>
        vault.write("claude/" + name, credentials.toJson(Instant.now())); // <4>
    }

    @Override
    public boolean remove(String name) {
        return vault.delete("claude/" + name);
    }
}
// end::store[]
