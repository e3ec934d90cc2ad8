package io.github.quarkusclaude.deployment.catalog;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.SubscriptionTier;

/**
 * What can be wrong with the policies of tiers.
 */
final class TierChecks {

    private final CatalogDefinition definition;
    private final Map<String, String> latest;
    private final Set<String> activeLines = new HashSet<>();
    private final CatalogProblems problems;

    TierChecks(CatalogDefinition definition, CatalogProblems problems) {
        this.definition = definition;
        this.latest = LatestModels.of(definition);
        this.problems = problems;
        for (ModelEntry entry : definition.models()) {
            String line = entry.model().line();
            if (line != null && entry.model().lifecycle().isActive()) {
                activeLines.add(line);
            }
        }
    }

    void check() {
        Set<SubscriptionTier> defined = new HashSet<>();
        for (TierDefinition tier : definition.tiers()) {
            defined.add(tier.tier());
            checkContent(tier);
            checkDefault(tier);
        }
        for (SubscriptionTier tier : SubscriptionTier.values()) {
            if (!defined.contains(tier)) {
                problems.add(definition.origin(), "tiers." + tier.id(), "is missing; say which models the tier has");
            }
        }
    }

    private void checkContent(TierDefinition tier) {
        for (String id : tier.models()) {
            ModelEntry entry = definition.find(id);
            if (!id.equals(TierDefinition.EVERY_MODEL) && (entry == null || !entry.model().id().equals(id))) {
                add(tier, "models", "has \"" + id + "\", which is not the id of a model; correct it or add that model");
            }
        }
        for (String line : tier.lines()) {
            if (!activeLines.contains(line)) {
                add(tier, "lines", "has \"" + line + "\", a line without an active model; correct it or add a model");
            }
        }
        if (tier.models().isEmpty() && tier.lines().isEmpty()) {
            add(tier, "models", "and lines are both missing; say which models the tier has");
        }
    }

    private void checkDefault(TierDefinition tier) {
        if ((tier.defaultModel() == null) == (tier.defaultLine() == null)) {
            add(tier, "default_model", "or default_line is needed, one of the two");
        } else if (tier.defaultLine() != null) {
            String id = latest.get(tier.defaultLine());
            checkDefault(tier, "default_line", tier.defaultLine(), id == null ? null : definition.find(id));
        } else {
            checkDefault(tier, "default_model", tier.defaultModel(), definition.find(tier.defaultModel()));
        }
    }

    private void checkDefault(TierDefinition tier, String field, String value, @Nullable ModelEntry entry) {
        if (entry == null) {
            add(tier, field, "is \"" + value + "\", for which there is no active model; correct it or add a model");
            return;
        }
        ClaudeModel model = entry.model();
        if (!tier.includes(model.id(), model.line())) {
            add(tier, field, "is \"" + value + "\", but the tier does not have " + model.id()
                    + "; choose one it has or add it to the tier");
        }
    }

    private void add(TierDefinition tier, String field, String text) {
        problems.add(definition.origin(), "tiers." + tier.tier().id() + "." + field, text);
    }
}
