package io.github.quarkusclaude.service.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.auth.CredentialsFile;
import io.github.quarkusclaude.auth.OAuthServer;
import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TierDetection;
import io.github.quarkusclaude.auth.TierHints;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.transport.OAuthCalls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** The simulator's people, whose logins are kept as long as the process lives. Never looks at the files of the user. */
@Singleton
class SimulatedAccount implements Account {

    private static final String SOURCE = "the simulator";

    private final Simulation simulation;
    private final Vertx vertx;
    private @Nullable OAuthCalls calls;
    private @Nullable Path directory;

    SimulatedAccount(Simulation simulation, Vertx vertx) {
        this.simulation = simulation;
        this.vertx = vertx;
    }

    @Override
    public OAuthServer server() {
        if (calls == null) {
            calls = new OAuthCalls(vertx, new HttpClientOptions());
        }
        return new OAuthServer(simulation.oauth(), calls, Clock.systemUTC());
    }

    @Override
    public TokenStore store() {
        return new CredentialsFile(file(), Clock.systemUTC());
    }

    private Path file() {
        try {
            if (directory == null) {
                directory = Files.createTempDirectory("quarkus-claude-");
            }
            return directory.resolve("credentials.json");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for temporary files", e);
        }
    }

    @Override
    public List<TokenStore> stores() {
        return List.of(store());
    }

    @Override
    public String name() {
        return TokenStore.DEFAULT_NAME;
    }

    @Override
    public boolean isGateway() {
        return false;
    }

    @Override
    public AuthStatus status() {
        return store().load(name()).map(this::status)
                .orElse(AuthStatus.fixed(AuthMethod.API_KEY, SOURCE).withTier(SubscriptionTier.API));
    }

    private AuthStatus status(StoredCredentials login) {
        OAuthTokens tokens = login.tokens();
        AuthMethod method = tokens == null ? AuthMethod.API_KEY : AuthMethod.OAUTH;
        return new AuthStatus(method, store().description(), tokens == null ? null : tokens.expiresAt(),
                tokens != null && tokens.refreshToken() != null, false, null, null,
                new TierDetection(List.of()).detect(TierHints.of(login), method));
    }

    @Override
    public AuthStatus refresh() {
        throw new AuthenticationException(ErrorDetails.of("The key of " + SOURCE
                + " never changes, and its logins end with the command. Leave out --simulate to refresh a login"), null);
    }

    @PreDestroy
    void close() throws IOException {
        if (calls != null) {
            calls.close();
        }
        if (directory != null) {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
