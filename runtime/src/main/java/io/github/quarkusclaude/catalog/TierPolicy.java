package io.github.quarkusclaude.catalog;

import java.util.List;

/**
 * What a subscription tier may use.
 * <p>
 * A policy says nothing about lifecycles: the models of a tier include deprecated and retired ones.
 *
 * @param tier the tier
 * @param unrestricted whether the tier has every model of the catalogue; models the catalogue does not know are then a
 *        matter between the account and the API
 * @param models ids of the models the tier has, in the order of the catalogue
 * @param defaultModel id of the model to use when the tier is configured and no model is
 */
public record TierPolicy(SubscriptionTier tier, boolean unrestricted, List<String> models, String defaultModel) {

    public TierPolicy {
        models = List.copyOf(models);
    }

    /**
     * Whether the tier has a model.
     *
     * @param id the id of a model of the catalogue, not an alias
     * @return whether it is one of the tier's models
     */
    public boolean allows(String id) {
        return models.contains(id);
    }
}
