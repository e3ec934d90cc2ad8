package io.github.quarkusclaude.examples;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import io.quarkus.credentials.CredentialsProvider;

/** Knows the API key of the moment. */
// tag::provider[]
@ApplicationScoped
@Named("vault")
public class KeysFromTheVault implements CredentialsProvider {

    @Inject
    Vault vault;

    @Override
    public Map<String, String> getCredentials(String name) {
        return Map.of("api-key", vault.read("keys/" + name).orElseThrow());
    }
}
// end::provider[]
