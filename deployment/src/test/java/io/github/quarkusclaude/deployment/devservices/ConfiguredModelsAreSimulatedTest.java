package io.github.quarkusclaude.deployment.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.message.MessageRequest;
import io.quarkus.test.QuarkusUnitTest;

class ConfiguredModelsAreSimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic")
            .overrideConfigKey("quarkus.claude.catalog.models.\"my-model\".display-name", "Mine")
            .overrideConfigKey("quarkus.claude.catalog.models.\"my-model\".line", "sonnet");

    @Inject
    ClaudeClient claude;

    @Test
    void theSimulatorKnowsTheModelsOfTheCatalogue() {
        assertThat(claude.generate("Hello").model()).isEqualTo("claude-3-5-sonnet-20241022");
        assertThat(claude.generate(MessageRequest.builder().model("my-model").user("Hello").build()).model())
                .isEqualTo("my-model");
        // an alias of the guide that the API never knew
        assertThat(claude.generate(MessageRequest.builder().model("claude-3-5-sonnet-v2-20241022").user("Hello").build())
                .model()).isEqualTo("claude-3-5-sonnet-20241022");
    }

    @Test
    void itListensOnAFreePortOfTheLoopbackInterface() {
        URI baseUrl = ConfigProvider.getConfig().getValue("quarkus.claude.base-url", URI.class);
        assertThat(baseUrl.getHost()).isEqualTo("127.0.0.1");
        assertThat(baseUrl.getPort()).isPositive();
    }
}
