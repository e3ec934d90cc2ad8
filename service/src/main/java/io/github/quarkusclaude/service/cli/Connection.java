package io.github.quarkusclaude.service.cli;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.vertx.core.Vertx;

/** The client a command talks through: the configured one, or one that the options ask for. */
@Singleton
class Connection {

    private final ClaudeClients clients;
    private final GlobalOptions options;
    private final Terminal terminal;
    private final Vertx vertx;
    private @Nullable ClaudeSimulator simulator;
    private @Nullable ClaudeClient own;

    Connection(ClaudeClients clients, GlobalOptions options, Terminal terminal, Vertx vertx) {
        this.clients = clients;
        this.options = options;
        this.terminal = terminal;
        this.vertx = vertx;
    }

    ClaudeClient client() {
        if (options.simulate) {
            if (options.baseUrl != null) {
                throw new UsageException("--simulate and --base-url exclude each other");
            }
            terminal.note("Answers come from the simulator, not from Claude.");
            simulator = ClaudeSimulator.builder().vertx(vertx).start();
            own = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
            return own;
        }
        if (options.baseUrl != null) {
            own = clients.builder().baseUrl(options.baseUrl).build();
            return own;
        }
        return clients.client();
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }
}
