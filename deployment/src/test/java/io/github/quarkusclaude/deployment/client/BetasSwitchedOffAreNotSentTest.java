package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** Without beta features there is no header for them, not even an empty one. */
class BetasSwitchedOffAreNotSentTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic")
            .overrideConfigKey("quarkus.claude.beta.enabled", "false");

    @Inject
    ClaudeClients clients;

    @Test
    void thereIsNoHeader() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().model("my-model").start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            claude.generate(MessageRequest.builder().model("my-model").user("Hello").build());
            claude.generate(MessageRequest.builder().model("my-model").user("Hello").betas("context-1m-2025-08-07").build());

            assertThat(simulator.requests()).extracting(request -> request.headers().get("anthropic-beta"))
                    .containsExactly(null, null);
        }
    }
}
