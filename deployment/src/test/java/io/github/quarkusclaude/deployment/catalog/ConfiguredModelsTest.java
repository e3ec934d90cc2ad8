package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An application can add models to the catalogue and correct it.
 */
class ConfiguredModelsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.catalog.models.\"claude-haiku-9.5\".display-name", "Claude Haiku 9.5")
            .overrideConfigKey("quarkus.claude.catalog.models.\"claude-haiku-9.5\".line", "haiku")
            .overrideConfigKey("quarkus.claude.catalog.models.\"claude-haiku-9.5\".prices.input", "0.075")
            .overrideConfigKey("quarkus.claude.catalog.models.claude-sonnet-5-5.max-tokens", "64000");

    @Inject
    ModelCatalog catalog;

    @Inject
    ModelAccess access;

    @Test
    void anAddedModelIsAModelLikeAnyOther() {
        ClaudeModel model = catalog.model("claude-haiku-9.5").orElseThrow();
        assertThat(model.displayName()).isEqualTo("Claude Haiku 9.5");
        assertThat(model.prices().standard().input()).isEqualTo(new BigDecimal("0.075"));
        assertThat(access.isModelAvailableForTier("claude-haiku-9.5", SubscriptionTier.FREE)).isTrue();
    }

    @Test
    void aCorrectedModelKeepsTheRest() {
        assertThat(catalog.getMaxOutputTokens("claude-sonnet-5-5")).isEqualTo(64_000);
        assertThat(catalog.getContextWindow("claude-sonnet-5-5")).isEqualTo(1_000_000);
        assertThat(catalog.getModelDisplayName("claude-sonnet-5-5")).isEqualTo("Claude Sonnet 5.5");
    }
}
