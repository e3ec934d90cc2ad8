package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * No application is built whose default model has come to its end.
 */
class EndingDefaultModelFailsBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.catalog.models.claude-sonnet-5-5.retires", "2026-11-01")
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(
                    "quarkus.claude.catalog.models.\"claude-sonnet-5-5\".retires is 2026-11-01, which has come"));

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}
