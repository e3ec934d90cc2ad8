package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An application that configures nothing gets today's models, exactly as the build read them.
 */
class CatalogInjectionTest {

    private static final String BUILT = "catalog-injection-test.built";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .addBuildChainCustomizer(chain -> chain.addBuildStep(CatalogInjectionTest::remember)
                    .consumes(ModelCatalogBuildItem.class).produces(FeatureBuildItem.class).build());

    @Inject
    ModelCatalog catalog;

    @Inject
    ModelAccess access;

    private static void remember(BuildContext context) {
        // the build has its own class loader, text crosses it
        System.setProperty(BUILT, describe(context.consume(ModelCatalogBuildItem.class).getCatalog()));
        context.produce(new FeatureBuildItem("catalog-injection-test"));
    }

    private static String describe(ModelCatalog catalog) {
        return catalog.models() + "\n" + catalog.defaultModel() + "\n" + catalog.getLatestModelsByFamily() + "\n"
                + catalog.listedIds() + "\n" + catalog.tierPolicies();
    }

    @Test
    void nothingIsLostBetweenBuildAndApplication() {
        assertThat(describe(catalog)).isEqualTo(System.getProperty(BUILT)).contains("2026-09-28", "0.125");
    }

    @Test
    void theDefaultProfileIsCurrent() {
        assertThat(catalog.defaultModel().id()).isEqualTo("claude-sonnet-5-5");
        assertThat(access.getDefaultModelForTier(SubscriptionTier.MAX)).isEqualTo("claude-opus-5-5");
    }
}
