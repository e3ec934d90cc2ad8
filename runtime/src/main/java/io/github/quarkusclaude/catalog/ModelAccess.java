package io.github.quarkusclaude.catalog;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * Which models a subscription tier may use, injectable.
 * <p>
 * The answers follow the {@linkplain TierPolicy policies} of the catalogue and nothing else: whether a model still exists
 * is a question for its {@link Lifecycle}, and whether the account really has it is a question for the API. Names of tiers
 * come from {@link SubscriptionTier#parse}, which refuses unknown ones.
 */
@Singleton
public final class ModelAccess {

    private final ModelCatalog catalog;

    /**
     * Rules over a catalogue.
     *
     * @param catalog the models and the policies
     */
    public ModelAccess(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Whether a tier has a model.
     *
     * @param model the id or alias
     * @param tier the tier
     * @return {@code false} for every tier if the catalogue has no data about the model
     */
    public boolean isModelAvailableForTier(String model, SubscriptionTier tier) {
        Optional<ClaudeModel> known = catalog.model(model);
        return known.isPresent() && catalog.tierPolicy(tier).allows(known.get().id());
    }

    /**
     * The models a tier has, deprecated and retired ones included.
     *
     * @param tier the tier
     * @return their ids in the order of the catalogue; cannot be modified
     */
    public List<String> getAvailableModelsForTier(SubscriptionTier tier) {
        return catalog.tierPolicy(tier).models();
    }

    /**
     * The model to use on a tier when none is named.
     *
     * @param tier the tier
     * @return its id
     */
    public String getDefaultModelForTier(SubscriptionTier tier) {
        return catalog.tierPolicy(tier).defaultModel();
    }

    /**
     * The model to use on a tier instead of one it does not have. The same as {@link #getDefaultModelForTier}.
     *
     * @param tier the tier
     * @return its id
     */
    public String getRecommendedModelForTier(SubscriptionTier tier) {
        return getDefaultModelForTier(tier);
    }

    /**
     * The lowest tier that has a model.
     *
     * @param model the id or alias
     * @return the tier; {@link SubscriptionTier#API} if no tier has it
     */
    public SubscriptionTier getMinimumTierForModel(String model) {
        for (SubscriptionTier tier : SubscriptionTier.values()) {
            if (isModelAvailableForTier(model, tier)) {
                return tier;
            }
        }
        return SubscriptionTier.API;
    }

    /**
     * Makes sure that a tier has a model. To ask without an exception, use {@link #isModelAvailableForTier}.
     *
     * @param model the id or alias
     * @param tier the tier
     * @throws ModelAccessException if it does not; the message says what to do
     */
    public void validateModelAccess(String model, SubscriptionTier tier) {
        if (!isModelAvailableForTier(model, tier)) {
            SubscriptionTier required = getMinimumTierForModel(model);
            throw new ModelAccessException(explain(model, tier, required), model, tier, required);
        }
    }

    private String explain(String model, SubscriptionTier tier, SubscriptionTier required) {
        if (!isModelAvailableForTier(model, required)) {
            return "No subscription tier has the model \"" + model + "\", because the catalogue has no data about it. Use "
                    + getRecommendedModelForTier(tier) + ", or describe the model with quarkus.claude.catalog.models.\""
                    + model + "\".display-name and .line";
        }
        return "The subscription tier \"" + tier.id() + "\" does not have the model \"" + model + "\", it needs \""
                + required.id() + "\". Use " + getRecommendedModelForTier(tier)
                + ", or set quarkus.claude.subscription-tier (QUARKUS_CLAUDE_SUBSCRIPTION_TIER) if the account has a"
                + " higher tier";
    }

    /**
     * How far two tiers are apart, in steps from free over pro, max, max_5 and max_20 to api.
     *
     * @param a one tier
     * @param b the other
     * @return negative if {@code a} is lower, 0 if they are the same, positive if {@code a} is higher; for example
     *         -5 for free and api
     */
    public int compareTiers(SubscriptionTier a, SubscriptionTier b) {
        return a.ordinal() - b.ordinal();
    }
}
