package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.AuthenticationException;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.test.QuarkusUnitTest;

class AnUnusedClientNeedsNoKeyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false");

    @Inject
    ClaudeClients clients;

    @Inject
    InjectableInstance<ClaudeClient> claude;

    @Test
    void theApplicationStartsAndTheClientSaysWhatIsMissing() {
        assertThat(claude.getHandle().getBean().isActive()).isFalse();
        assertThatThrownBy(clients::client).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("quarkus.claude.api-key").hasMessageContaining("ANTHROPIC_API_KEY");
    }
}
