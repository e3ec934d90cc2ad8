package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

/** Nothing is configured but the models; the simulator of the dev services answers. */
class ClientsAreInjectedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.\"fast\".model", "claude-haiku-5-5")
            .overrideConfigKey("quarkus.claude.\"thorough\".model", "claude-opus-5-5");

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    @Inject
    @ClaudeClientName("fast")
    ClaudeClient fast;

    @Inject
    @ClaudeClientName("thorough")
    Instance<ReactiveClaudeClient> thorough;

    @Inject
    ClaudeClients clients;

    @Test
    void theDefaultClientUsesTheDefaultModel() {
        assertThat(claude.generate("Hello").model()).isEqualTo("claude-sonnet-5-5");
        assertThat(reactive.generate("Hello").await().atMost(Duration.ofSeconds(30)).model()).isEqualTo("claude-sonnet-5-5");
    }

    @Test
    void aNamedClientUsesItsOwnConfiguration() {
        assertThat(fast.generate("Hello").model()).isEqualTo("claude-haiku-5-5");
        assertThat(thorough.get().generate("Hello").await().atMost(Duration.ofSeconds(30)).model())
                .isEqualTo("claude-opus-5-5");
    }

    @Test
    void clientsCanBeLookedUpByName() {
        assertThat(clients.client().generate("Hello").model()).isEqualTo("claude-sonnet-5-5");
        assertThat(clients.client("fast").generate("Hello").model()).isEqualTo("claude-haiku-5-5");
    }

    @Test
    void aClientCanBeMadeWhileTheApplicationRuns() {
        try (ClaudeClient own = clients.builder().model("claude-opus-5").build()) {
            assertThat(own.generate("Hello").model()).isEqualTo("claude-opus-5");
        }
    }

    @Test
    void theTwinsAnswerAlike() {
        assertThat(claude.reactive().generate("Hello").await().atMost(Duration.ofSeconds(30)).text())
                .isEqualTo(claude.generate("Hello").text());
    }
}
