package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;

/** A configured model that the catalogue does not have is probably a typing error, unless another server has it. */
class AnUnknownModelIsWarnedAboutTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.model", "claude-sonet-5-5")
            .overrideConfigKey("quarkus.claude.\"known\".api-key", ClaudeSimulator.DEFAULT_API_KEY)
            .overrideConfigKey("quarkus.claude.\"known\".model", "claude-haiku-4-5")
            .overrideConfigKey("quarkus.claude.\"gateway\".api-key", "any")
            .overrideConfigKey("quarkus.claude.\"gateway\".base-url", "https://gateway.example")
            .overrideConfigKey("quarkus.claude.\"gateway\".model", "claude-of-the-house")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.quarkusclaude")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
                assertThat(record.getMessage()).contains("quarkus.claude.model", "\"claude-sonet-5-5\"",
                        "did you mean claude-sonnet-5-5?");
            }));

    @Inject
    ClaudeClient claude;

    @Inject
    ReactiveClaudeClient reactive;

    @ClaudeClientName("known")
    ClaudeClient known;

    @ClaudeClientName("gateway")
    ClaudeClient gateway;

    @Test
    void theApplicationStartsAllTheSame() {
        assertThat(claude).isNotNull();
        assertThat(reactive).isNotNull();
        assertThat(known).isNotNull();
        assertThat(gateway).isNotNull();
    }
}
