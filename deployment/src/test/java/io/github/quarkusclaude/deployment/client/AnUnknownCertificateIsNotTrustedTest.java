package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;

@Timeout(30)
class AnUnknownCertificateIsNotTrustedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application();

    @Inject
    ClaudeClients clients;

    @Inject
    Vertx vertx;

    @Test
    void nothingIsSentToAServerThatCannotProveWhoItIs() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                TlsGateway gateway = new TlsGateway(vertx, simulator);
                ClaudeClient claude = clients.builder().baseUrl(gateway.address()).apiKey(simulator.apiKey()).build()) {
            for (NetworkException failure : new NetworkException[] {
                    catchThrowableOfType(NetworkException.class, () -> claude.generate("Hello")),
                    catchThrowableOfType(NetworkException.class, () -> claude.stream("Hello").finalMessage()) }) {
                assertThat(failure.phase()).isEqualTo(NetworkException.Phase.CONNECT);
                assertThat(failure).hasMessageContaining("secure connection");
            }
            assertThat(simulator.requests()).isEmpty();
        }
    }
}
