package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** An application says itself which models its clients may use. */
class PoliciesOfTheApplicationTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.policy", "house")
            .overrideConfigKey("quarkus.claude.policies.\"house\".models", "claude-haiku-*,claude-sonnet-5-5")
            .overrideConfigKey("quarkus.claude.policies.\"house\".default-model", "claude-haiku-4-5")
            .overrideConfigKey("quarkus.claude.\"strict\".api-key", ClaudeSimulator.DEFAULT_API_KEY)
            .overrideConfigKey("quarkus.claude.\"strict\".base-url", "http://127.0.0.1:1")
            .overrideConfigKey("quarkus.claude.\"strict\".policy", "strict")
            .overrideConfigKey("quarkus.claude.\"strict\".policies.\"strict\".models", "claude-haiku-*")
            .overrideConfigKey("quarkus.claude.\"strict\".policies.\"strict\".default-model", "claude-haiku-4-5")
            .overrideConfigKey("quarkus.claude.\"strict\".policies.\"strict\".on-denied", "fail")
            .overrideConfigKey("quarkus.claude.\"lost\".api-key", ClaudeSimulator.DEFAULT_API_KEY)
            .overrideConfigKey("quarkus.claude.\"lost\".policy", "nowhere")
            .overrideConfigKey("quarkus.claude.\"torn\".api-key", ClaudeSimulator.DEFAULT_API_KEY)
            .overrideConfigKey("quarkus.claude.\"torn\".policy", "torn")
            .overrideConfigKey("quarkus.claude.\"torn\".policies.\"torn\".models", "claude-haiku-*")
            .overrideConfigKey("quarkus.claude.\"torn\".policies.\"torn\".default-model", "claude-opus-5-5");

    @Inject
    ClaudeClients clients;

    @Test
    void patternsAllowModels() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            assertThat(claude.generate(ask("claude-haiku-4-5-20251001")).modelChoice().isFallback()).isFalse();
            assertThat(claude.generate(ask("claude-sonnet-5-5")).modelChoice().isFallback()).isFalse();
        }
    }

    @Test
    void theDefaultModelAnswersInsteadAndWhereNoneIsNamed() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            assertThat(claude.generate(ask("claude-opus-5-5")).modelChoice().effective()).isEqualTo("claude-haiku-4-5");
            assertThat(claude.generate("Hello").modelChoice().requested()).isEqualTo("claude-haiku-4-5");
        }
    }

    @Test
    void aStrictPolicyFailsBeforeTheNetwork() {
        assertThatThrownBy(() -> clients.client("strict").generate(ask("claude-sonnet-5-5")))
                // there is no server at this client's address
                .isInstanceOf(ModelAccessException.class).hasMessageContaining("strict").hasMessageContaining("claude-haiku-*");
    }

    @Test
    void aPolicyThatIsNotThereOrContradictsItselfIsSaidAtOnce() {
        assertThatThrownBy(() -> clients.client("lost")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.claude.\"lost\".policies.\"nowhere\".models");
        assertThatThrownBy(() -> clients.client("torn")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("claude-opus-5-5").hasMessageContaining("none of the models it allows");
    }

    private static MessageRequest ask(String model) {
        return MessageRequest.builder().model(model).user("Hello").build();
    }
}
