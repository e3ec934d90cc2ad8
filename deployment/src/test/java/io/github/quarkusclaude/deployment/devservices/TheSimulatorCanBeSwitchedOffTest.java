package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class TheSimulatorCanBeSwitchedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.quarkusclaude"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Test
    void nothingIsConfiguredForTheClient() {
        assertThat(ConfigProvider.getConfig().getOptionalValue("quarkus.claude.base-url", String.class)).isEmpty();
        assertThat(ConfigProvider.getConfig().getOptionalValue("quarkus.claude.api-key", String.class)).isEmpty();
    }
}
