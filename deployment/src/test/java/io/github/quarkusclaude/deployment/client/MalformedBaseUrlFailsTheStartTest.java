package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

class MalformedBaseUrlFailsTheStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideConfigKey("quarkus.claude.api-key", "sk-ant-api03-0123456789")
            .overrideConfigKey("quarkus.claude.base-url", "api.anthropic.com")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("quarkus.claude.base-url")
                    .hasStackTraceContaining("https://api.anthropic.com"));

    @Inject
    ClaudeClient claude;

    @Test
    void theApplicationDoesNotStart() {
        fail("It started");
    }
}
