package io.github.quarkusclaude.deployment.catalog;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A catalogue as it was written, before anything is checked or worked out.
 *
 * @param origin the file
 * @param defaultModel id of the default model
 * @param latest line to id, for lines whose newest model is fixed instead of worked out
 * @param listed ids without data
 * @param tiers what tiers may use
 * @param models the models
 */
record CatalogDefinition(EntryOrigin origin, String defaultModel, Map<String, String> latest, List<String> listed,
        List<TierDefinition> tiers, List<ModelEntry> models) {

    CatalogDefinition withModels(List<ModelEntry> other) {
        return new CatalogDefinition(origin, defaultModel, latest, listed, tiers, other);
    }

    /**
     * The entry with an id or alias.
     */
    @Nullable
    ModelEntry find(String name) {
        for (ModelEntry entry : models) {
            if (entry.model().id().equals(name) || entry.model().aliases().contains(name)) {
                return entry;
            }
        }
        return null;
    }
}
