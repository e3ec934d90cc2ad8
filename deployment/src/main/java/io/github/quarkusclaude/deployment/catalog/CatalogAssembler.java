package io.github.quarkusclaude.deployment.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.TierPolicy;

/**
 * Works out what a checked definition only describes: the newest models, and the models and default of each tier.
 */
final class CatalogAssembler {

    private CatalogAssembler() {
    }

    static ModelCatalog assemble(CatalogDefinition definition) {
        Map<String, String> latest = LatestModels.of(definition);
        List<ClaudeModel> models = new ArrayList<>();
        for (ModelEntry entry : definition.models()) {
            models.add(entry.model());
        }
        List<TierPolicy> policies = new ArrayList<>();
        for (TierDefinition tier : definition.tiers()) {
            policies.add(policy(tier, models, latest, definition.defaultModel()));
        }
        policies.sort(Comparator.comparing(TierPolicy::tier));
        List<String> listed = new ArrayList<>(definition.listed());
        // the application may have added the data that the file does not have
        listed.removeIf(id -> definition.find(id) != null);
        return new ModelCatalog(models, definition.defaultModel(), latest, listed, policies);
    }

    private static TierPolicy policy(TierDefinition tier, List<ClaudeModel> models, Map<String, String> latest,
            String defaultModel) {
        List<String> ids = new ArrayList<>();
        for (ClaudeModel model : models) {
            if (tier.includes(model.id(), model.line())) {
                ids.add(model.id());
            }
        }
        String ownDefault = tier.defaultLine() == null ? tier.defaultModel() : latest.get(tier.defaultLine());
        return new TierPolicy(tier.tier(), tier.isUnrestricted(), ids, ownDefault == null ? defaultModel : ownDefault);
    }
}
