package io.github.quarkusclaude.deployment.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.AuthenticationException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** All that cannot be in a list of fallbacks is said at once, by the name of the property. */
class WrongFallbacksFailTheStartTest {

    private static final String KEY = "sk-ant-api03-0123456789";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideConfigKey("quarkus.claude.api-key", KEY)
            .overrideConfigKey("quarkus.claude.fallback.to", "claude-haiku-5-5 via small")
            .overrideConfigKey("quarkus.claude.\"small\".api-key", KEY)
            .overrideConfigKey("quarkus.claude.\"small\".subscription-tier", "free")
            .overrideConfigKey("quarkus.claude.\"small\".fallback.to", "via <default>")
            .overrideConfigKey("quarkus.claude.\"wrong\".api-key", KEY)
            .overrideConfigKey("quarkus.claude.\"wrong\".subscription-tier", "pro")
            .overrideConfigKey("quarkus.claude.\"wrong\".fallback.to", "claude opus,via nowhere,claude-opus-5-5,"
                    + "claude-sonnet-5-5 via small,via wrong,claude-haiku-5-5,claude-haiku-5-5")
            .overrideConfigKey("quarkus.claude.\"keyless\".api-key", "")
            .overrideConfigKey("quarkus.claude.\"keyless\".auth-method", "profile")
            .overrideConfigKey("quarkus.claude.\"keyless\".config-dir", "/nowhere")
            .overrideConfigKey("quarkus.claude.\"hopeful\".api-key", KEY)
            .overrideConfigKey("quarkus.claude.\"hopeful\".fallback.to", "via keyless");

    @Inject
    ClaudeClients clients;

    @Test
    void whatCanBeIsTaken() {
        // each is what the other one falls back to
        assertThat(clients.client()).isNotNull();
        assertThat(clients.client("small")).isNotNull();
    }

    @Test
    void whatCannotBeIsExplained() {
        String property = "quarkus.claude.\"wrong\".fallback.to ";
        assertThatThrownBy(() -> clients.client("wrong")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(property + "\"claude opus\" is none of MODEL, MODEL via CLIENT")
                .hasMessageContaining(property + "names the client nowhere, of which nothing is configured. Set "
                        + "quarkus.claude.\"nowhere\".api-key")
                .hasMessageContaining(property + "names claude-opus-5-5, but the pro policy does not have this model")
                .hasMessageContaining(
                        property + "names claude-sonnet-5-5 via small, but the free policy does not have this model")
                .hasMessageContaining(property + "names the client itself")
                .hasMessageContaining(property + "names claude-haiku-5-5 twice");
    }

    @Test
    void anotherClientWithoutACredentialIsFoundBeforeItIsNeeded() {
        assertThatThrownBy(() -> clients.client("hopeful")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("/nowhere");
    }
}
