package io.github.quarkusclaude.service.cli;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;

/** The client a command talks through: the configured one, or one that the options ask for. */
@Singleton
class Connection {

    private final ClaudeClients clients;
    private final GlobalOptions options;
    private final CredentialOptions credential;
    private final Simulation simulation;
    private @Nullable ClaudeClient own;

    Connection(ClaudeClients clients, GlobalOptions options, CredentialOptions credential, Simulation simulation) {
        this.clients = clients;
        this.options = options;
        this.credential = credential;
        this.simulation = simulation;
    }

    ClaudeClient client() {
        if (simulation.isWanted()) {
            own = simulation.client(clients);
            return own;
        }
        if (options.baseUrl == null && credential.method() == null && credential.tier == null) {
            return clients.client();
        }
        ClaudeClients.Builder builder = clients.builder();
        if (options.baseUrl != null) {
            builder.baseUrl(options.baseUrl.toString());
        }
        if (credential.method() != null) {
            builder.authMethod(credential.method());
        }
        if (credential.tier != null) {
            builder.subscriptionTier(credential.tier);
        }
        own = builder.build();
        return own;
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }
}
