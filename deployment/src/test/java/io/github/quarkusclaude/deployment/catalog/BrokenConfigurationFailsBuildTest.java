package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A mistake in the application's own entries fails the build and names the properties to correct.
 */
class BrokenConfigurationFailsBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.catalog.models.claude-sonnet-5-5.max-tokens", "2000000")
            .overrideConfigKey("quarkus.claude.catalog.models.claude-haiku-9.line", "haiku")
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(
                    "quarkus.claude.catalog.models.\"claude-sonnet-5-5\".max-tokens is 2000000",
                    "quarkus.claude.catalog.models.\"claude-haiku-9\".display-name is missing"));

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}
