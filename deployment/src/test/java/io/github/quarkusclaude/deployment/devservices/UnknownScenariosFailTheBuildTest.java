package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

class UnknownScenariosFailTheBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.scenarios", "overloaded,meteorite")
            .assertException(e -> assertThat(e).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(
                    "quarkus.claude.devservices", "unknown scenario \"meteorite\"", "overloaded-burst"));

    @Test
    void theApplicationDoesNotStart() {
        fail("the build should have failed");
    }
}
