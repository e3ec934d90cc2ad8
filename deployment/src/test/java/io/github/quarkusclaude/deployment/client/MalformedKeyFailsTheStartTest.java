package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

class MalformedKeyFailsTheStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideConfigKey("quarkus.claude.api-key", "sk-ant-oat01-this-is-a-secret-token-1234")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("bearer token")
                    .satisfies(any -> assertThat(any.toString() + any.getCause()).doesNotContain("this-is-a-secret")));

    @Inject
    ClaudeClient claude;

    @Test
    void theApplicationDoesNotStart() {
        fail("It started");
    }
}
