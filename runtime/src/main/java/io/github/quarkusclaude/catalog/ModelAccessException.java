package io.github.quarkusclaude.catalog;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * A model was asked for that the subscription tier does not have.
 */
public class ModelAccessException extends ClaudeException {

    private final String model;
    private final @Nullable SubscriptionTier tier;
    private final @Nullable SubscriptionTier requiredTier;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do about it
     * @param model the id that was asked for
     * @param tier the tier that does not have it
     * @param requiredTier the lowest tier that would do
     */
    public ModelAccessException(String message, String model, @Nullable SubscriptionTier tier,
            @Nullable SubscriptionTier requiredTier) {
        super(ErrorDetails.of(message), null);
        this.model = model;
        this.tier = tier;
        this.requiredTier = requiredTier;
    }

    /**
     * The model that was asked for.
     *
     * @return the id as it was given
     */
    public String model() {
        return model;
    }

    /**
     * The tier that does not have the model.
     *
     * @return the tier; absent if a policy of the application forbids the model
     */
    public @Nullable SubscriptionTier tier() {
        return tier;
    }

    /**
     * The lowest tier that has the model. For a model the catalogue does not know this is {@link SubscriptionTier#API},
     * which does not have it either.
     *
     * @return the tier; absent if a policy of the application forbids the model
     */
    public @Nullable SubscriptionTier requiredTier() {
        return requiredTier;
    }
}
