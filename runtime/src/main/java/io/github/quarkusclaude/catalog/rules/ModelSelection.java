package io.github.quarkusclaude.catalog.rules;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.message.ModelChoice;

/** Decides which model answers a request, by the policy of the client. */
final class ModelSelection {

    private final ModelPolicy policy;
    private final ModelCatalog catalog;
    private final OneTimeWarnings warnings;

    ModelSelection(ModelPolicy policy, ModelCatalog catalog, OneTimeWarnings warnings) {
        this.policy = policy;
        this.catalog = catalog;
        this.warnings = warnings;
    }

    /**
     * The model to ask.
     *
     * @throws ModelAccessException if the model may not be used and none takes its place
     */
    ModelChoice choose(String requested) {
        Optional<ClaudeModel> known = catalog.model(requested);
        if (policy.isUnrestricted() || policy.allows(requested)
                || known.filter(model -> policy.allows(model.id())).isPresent()) {
            if (known.isEmpty() && policy.tier() != SubscriptionTier.API) {
                warnings.warn("unknown " + requested, "The catalogue does not know the model " + requested
                        + ", so nobody can say whether the " + policy.name() + " policy has it. It is asked for as it is");
            }
            return new ModelChoice(requested, requested, null);
        }
        // what nobody knows cannot be told from a mistake: another model in its place would be a surprise
        if (known.isEmpty() || policy.onDenied() == ModelPolicy.OnDenied.FAIL) {
            throw denied(requested);
        }
        warnings.warn("denied " + requested, "The " + policy.name() + " policy does not have the model " + requested + ". "
                + policy.defaultModel() + " is asked instead");
        return new ModelChoice(requested, policy.defaultModel(), ModelChoice.Reason.POLICY);
    }

    private ModelAccessException denied(String requested) {
        SubscriptionTier tier = policy.tier();
        @Nullable
        SubscriptionTier required = tier == null ? null : new ModelAccess(catalog).getMinimumTierForModel(requested);
        return new ModelAccessException("The " + policy.name() + " policy does not have the model " + requested + ". Use "
                + policy.defaultModel() + (tier == null ? ", or another model it allows: " + String.join(", ", policy.models())
                        : ", or set quarkus.claude.subscription-tier (ANTHROPIC_SUBSCRIPTION_TIER) if the account has a higher"
                                + " tier"),
                requested, tier, required);
    }
}
