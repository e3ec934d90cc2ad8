package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.ProviderException;
import io.quarkus.test.QuarkusUnitTest;

class TheSimulatorFailsOnDemandTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.fault-rate", "1")
            .overrideConfigKey("quarkus.claude.devservices.scenarios", "bad-gateway");

    @Inject
    ClaudeClient claude;

    @Test
    void anApplicationMeetsTheConfiguredScenario() {
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> claude.generate("Hello"))
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(502));
    }
}
