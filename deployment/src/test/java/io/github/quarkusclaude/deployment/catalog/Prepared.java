package io.github.quarkusclaude.deployment.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.catalog.rules.RequestSettings;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * Preparations of requests for tests, as a client has them.
 */
final class Prepared {

    static final ModelCatalog CURRENT = Catalogs.of(CatalogProfile.CURRENT);

    private Prepared() {
    }

    static RequestPreparation by(Unsupported unsupported) {
        return with(CURRENT, unsupported, null, PromptCaching.OFF);
    }

    static RequestPreparation with(ModelCatalog catalog, Unsupported unsupported, @Nullable ThinkingLevel level,
            PromptCaching caching) {
        return with(catalog, unsupported, level, caching, new BetaFeatures(true, List.of(), BetaValues.load()));
    }

    static RequestPreparation with(ModelCatalog catalog, Unsupported unsupported, @Nullable ThinkingLevel level,
            PromptCaching caching, BetaFeatures betas) {
        return new RequestPreparation(
                new RequestSettings("2026-10-21", null, null, null, level, unsupported, List.of(), caching, null), catalog,
                betas);
    }
}
