package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

class MissingKeyFailsTheStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("quarkus.claude.api-key")
                    .hasStackTraceContaining("ANTHROPIC_API_KEY"));

    @Inject
    ClaudeClient claude;

    @Test
    void theApplicationDoesNotStart() {
        fail("It started");
    }
}
