package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;

@Timeout(30)
class TlsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.tls.\"gateway\".trust-store.p12.path", TlsGateway.trustStore())
            .overrideConfigKey("quarkus.tls.\"gateway\".trust-store.p12.password", TlsGateway.PASSWORD)
            .overrideConfigKey("quarkus.claude.tls-configuration-name", "gateway");

    @Inject
    ClaudeClients clients;

    @Inject
    Vertx vertx;

    @Test
    void bothKindsOfCallsUseTheTlsConfiguration() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                TlsGateway gateway = new TlsGateway(vertx, simulator);
                ClaudeClient claude = clients.builder().baseUrl(gateway.address()).apiKey(simulator.apiKey()).build()) {
            assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
            assertThat(claude.stream("What is 6 * 7?").finalMessage().text()).contains("42");
        }
    }
}
