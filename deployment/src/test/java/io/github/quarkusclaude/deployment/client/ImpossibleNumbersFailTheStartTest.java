package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.quarkus.test.QuarkusUnitTest;

/** All that is wrong is said at once, by the names of the properties. */
class ImpossibleNumbersFailTheStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .overrideConfigKey("quarkus.claude.api-key", "sk-ant-api03-0123456789")
            .overrideConfigKey("quarkus.claude.max-tokens", "0")
            .overrideConfigKey("quarkus.claude.connection-pool-size", "0")
            .overrideConfigKey("quarkus.claude.timeout", "-1s")
            .overrideConfigKey("quarkus.claude.connection-ttl", "0")
            .overrideConfigKey("quarkus.claude.stream.max-resumes", "0")
            .overrideConfigKey("quarkus.claude.budget.limit", "-5")
            .overrideConfigKey("quarkus.claude.budget.period", "month")
            .overrideConfigKey("quarkus.claude.limits.max-concurrent", "0")
            .overrideConfigKey("quarkus.claude.limits.max-queued", "-1")
            .overrideConfigKey("quarkus.claude.limits.max-wait", "0s")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("quarkus.claude.max-tokens is 0")
                    .hasStackTraceContaining("quarkus.claude.connection-pool-size is 0")
                    .hasStackTraceContaining("quarkus.claude.timeout is PT-1S")
                    .hasStackTraceContaining("quarkus.claude.connection-ttl is PT0S")
                    .hasStackTraceContaining("quarkus.claude.limits.max-concurrent is 0; make it at least 1")
                    .hasStackTraceContaining("quarkus.claude.limits.max-queued is -1; make it 0")
                    .hasStackTraceContaining("quarkus.claude.limits.max-wait is PT0S; make it longer than nothing")
                    .hasStackTraceContaining("quarkus.claude.stream.max-resumes is 0; make it at least 1")
                    .hasStackTraceContaining("quarkus.claude.budget.limit is -5; make it more than 0")
                    .hasStackTraceContaining("quarkus.claude.budget.period: \"month\" is no period for a budget"));

    @Inject
    ClaudeClient claude;

    @Test
    void theApplicationDoesNotStart() {
        fail("It started");
    }
}
