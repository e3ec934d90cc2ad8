package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** The classic profile sends the beta features of the guide of March 2026 with each request. */
class TheClassicProfileSendsTheBetasOfTheGuideTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic");

    @Inject
    ClaudeClients clients;

    @Test
    void inItsOrder() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().model("my-model").start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            claude.generate(MessageRequest.builder().model("my-model").user("Hello").build());
            claude.generate(MessageRequest.builder().model("my-model").user("Hello").betas("claude-code-20250219").build());

            assertThat(simulator.requests()).extracting(request -> request.headers().get("anthropic-beta"))
                    .containsExactly(List.of("interleaved-thinking-2025-05-14,fine-grained-tool-streaming-2025-05-14"), List
                            .of("claude-code-20250219,interleaved-thinking-2025-05-14,fine-grained-tool-streaming-2025-05-14"));
        }
    }
}
