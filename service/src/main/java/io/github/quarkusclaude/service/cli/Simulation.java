package io.github.quarkusclaude.service.cli;

import java.net.URI;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.OAuthSettings;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.vertx.core.Vertx;

/** The simulator inside of the process, started when it is first needed. */
@Singleton
class Simulation {

    private final GlobalOptions options;
    private final CredentialOptions credential;
    private final Terminal terminal;
    private final Vertx vertx;
    private @Nullable ClaudeSimulator simulator;

    Simulation(GlobalOptions options, CredentialOptions credential, Terminal terminal, Vertx vertx) {
        this.options = options;
        this.credential = credential;
        this.terminal = terminal;
        this.vertx = vertx;
    }

    boolean isWanted() {
        if (options.simulate && options.baseUrl != null) {
            throw new UsageException("--simulate and --base-url exclude each other");
        }
        return options.simulate;
    }

    /** A client of the simulator, with a credential that the simulator gives out. */
    ClaudeClient client(ClaudeClients clients) {
        AuthMethod method = credential.method();
        ClaudeClients.Builder builder = clients.builder();
        if (method == null || method == AuthMethod.API_KEY) {
            builder.apiKey(simulator().apiKey());
        } else if (method == AuthMethod.OAUTH) {
            builder.oauthToken(simulator().oauth().issue().accessToken());
        } else {
            throw new UsageException("With --simulate, --auth-method can be api-key or oauth");
        }
        if (credential.tier != null) {
            builder.subscriptionTier(credential.tier);
        }
        terminal.note("Answers come from the simulator, not from Claude.");
        return builder.baseUrl(simulator().baseUrl()).build();
    }

    /** The simulator's server of OAuth. */
    OAuthSettings oauth() {
        String url = simulator().baseUrl();
        return new OAuthSettings(simulator().oauth().clientId(), null, URI.create(url + "/oauth/authorize"), null,
                URI.create(url + "/v1/oauth/token"), URI.create(url + "/v1/oauth/revoke"),
                URI.create(url + "/api/oauth/claude_cli/create_api_key"), URI.create(url + "/oauth/code/callback"),
                List.of("user:profile", "user:inference"), OAuthSettings.BodyFormat.JSON);
    }

    private ClaudeSimulator simulator() {
        if (simulator == null) {
            simulator = ClaudeSimulator.builder().vertx(vertx).start();
        }
        return simulator;
    }

    @PreDestroy
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
