package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** The variables of the official SDKs count where no property is set; an empty one counts as not set. */
class OfficialVariablesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(Simulated.class))
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideRuntimeConfigKey("ANTHROPIC_API_KEY", ClaudeSimulator.DEFAULT_API_KEY)
            .overrideRuntimeConfigKey("ANTHROPIC_AUTH_TOKEN", "a-token-that-is-not-used")
            .overrideRuntimeConfigKey("ANTHROPIC_MODEL", "claude-opus-5")
            .overrideRuntimeConfigKey("ANTHROPIC_BASE_URL", "")
            .overrideConfigKey("quarkus.claude.\"own\".api-key", "sk-ant-api03-of-its-own-0123456789")
            .overrideConfigKey("quarkus.claude.\"own\".model", "claude-haiku-5-5")
            .overrideConfigKey("quarkus.claude.\"token\".auth-method", "auth-token")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.github.quarkusclaude.auth"))
            .assertLogRecords(records -> assertThat(records)
                    .extracting(record -> String.format(record.getMessage(), record.getParameters()))
                    .as("once for each key").hasSize(2)
                    .allMatch(text -> text.contains("ANTHROPIC_AUTH_TOKEN") && text.contains("The key is used"))
                    .anyMatch(text -> text.contains("(ANTHROPIC_API_KEY)"))
                    .noneMatch(text -> text.contains("not-used")));

    @Inject
    ClaudeClients clients;

    @Inject
    ClaudeAuth auth;

    @Test
    void theyServeAsDefaults() {
        // an empty base URL is none: the key was checked as one of Anthropic's
        assertThat(clients.client()).isNotNull();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = clients.builder().baseUrl(simulator.baseUrl()).build()) {
            assertThat(claude.generate("Hello").model()).isEqualTo("claude-opus-5");
            assertThat(simulator.requests().get(0).header("x-api-key")).contains(ClaudeSimulator.DEFAULT_API_KEY);
        }
    }

    @Test
    void aPropertyComesFirst() {
        assertThat(clients.client("own")).isNotNull();
    }

    @Test
    void theKeyComesBeforeTheTokenUnlessTheMethodIsSaid() {
        assertThat(auth.status().method()).isEqualTo(AuthMethod.API_KEY);
        assertThat(auth.status("another").source()).isEqualTo("ANTHROPIC_API_KEY");
        assertThat(auth.status("own").source()).isEqualTo("quarkus.claude.\"own\".api-key");
        assertThat(auth.status("token").method()).isEqualTo(AuthMethod.AUTH_TOKEN);
    }
}
