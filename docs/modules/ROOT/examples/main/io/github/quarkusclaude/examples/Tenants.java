package io.github.quarkusclaude.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;

/** Asks with the key of whoever pays. */
@ApplicationScoped
public class Tenants {

    @Inject
    ClaudeClients clients;

    // tag::builder[]
    public String ask(String keyOfTenant, String baseUrl, String question) {
        try (ClaudeClient claude = clients.builder().apiKey(keyOfTenant).baseUrl(baseUrl).build()) {
            return claude.generate(question).text();
        }
    }
    // end::builder[]
}
