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

/** The variable of the guide asks for the context window that models of 2025 have as a beta feature only. */
class ALongerContextIsAskedForTest {

    private static final String SONNET_4 = "claude-sonnet-4-20250514";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic")
            .overrideRuntimeConfigKey("ANTHROPIC_ENABLE_LONG_CONTEXT_BETA", "yes")
            .overrideRuntimeConfigKey("quarkus.claude.headers.Anthropic-Beta", "mcp-client-2025-11-20");

    @Inject
    ClaudeClients clients;

    @Test
    void besidesWhatElseIsAskedFor() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().model(SONNET_4).start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            claude.generate(MessageRequest.builder().model(SONNET_4).user("Hello").build());
            claude.stream(MessageRequest.builder().model(SONNET_4).user("Hello").betas("context-1m-2025-08-07").build())
                    .finalMessage();

            assertThat(simulator.requests()).hasSize(2)
                    .allSatisfy(request -> assertThat(request.headers().get("anthropic-beta"))
                            .containsExactly("mcp-client-2025-11-20,context-1m-2025-08-07,interleaved-thinking-2025-05-14,"
                                    + "fine-grained-tool-streaming-2025-05-14"));
        }
    }
}
