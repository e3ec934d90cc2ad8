package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** What cannot be a beta feature fails the build. */
class MalformedBetaFeaturesFailBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.beta.features", "context-1m-2025-08-07,Not a feature")
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("quarkus.claude.beta.features", "\"Not a feature\""));

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}
