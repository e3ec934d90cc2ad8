package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.quarkus.test.QuarkusUnitTest;

class AConfiguredClientIsLeftAloneTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.api-key", "sk-ant-api03-0123456789");

    @Inject
    ClaudeClient claude;

    @Inject
    @ClaudeClientName("other")
    ClaudeClient other;

    @Test
    void onlyTheClientWithoutAKeyIsSimulated() {
        assertThat(value("quarkus.claude.base-url")).isNull();
        assertThat(value("quarkus.claude.\"other\".base-url")).startsWith("http://127.0.0.1:");
        assertThat(other.generate("What is 6 * 7?").text()).contains("42");
    }

    private static String value(String property) {
        return ConfigProvider.getConfig().getOptionalValue(property, String.class).orElse(null);
    }
}
