package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The classic profile is one property away.
 */
class ClassicProfileTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.claude.catalog.profile", "classic");

    @Inject
    ModelCatalog catalog;

    @Inject
    ModelAccess access;

    @Test
    void theModelsAreThoseOfTheGuide() {
        assertThat(catalog.models()).hasSize(7);
        assertThat(catalog.listedIds()).hasSize(6);
        assertThat(catalog.defaultModel().id()).isEqualTo("claude-3-5-sonnet-20241022");
        assertThat(access.getDefaultModelForTier(SubscriptionTier.FREE)).isEqualTo("claude-3-5-haiku-20241022");
    }
}
