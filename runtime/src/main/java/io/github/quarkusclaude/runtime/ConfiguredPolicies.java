package io.github.quarkusclaude.runtime;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Chooses the policy of a client. */
final class ConfiguredPolicies {

    private final ModelCatalog catalog;

    ConfiguredPolicies(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The policy that was asked for by name, else that of the tier.
     *
     * @throws ConfigurationException if there is no such policy, or it contradicts itself
     */
    ModelPolicy of(String client, ClaudeClientConfig config, SubscriptionTier tier) {
        return config.policy().map(name -> own(client, config, name))
                .orElseGet(() -> ModelPolicy.of(catalog.tierPolicy(tier), config.onDenied()));
    }

    private static ModelPolicy own(String client, ClaudeClientConfig config, String name) {
        Map<String, ModelPolicyConfig> policies = config.policies();
        @Nullable
        ModelPolicyConfig policy = policies.get(name);
        String property = ClaudeRuntimeConfig.property(client, "policies.\"" + name + "\"");
        if (policy == null) {
            throw new ConfigurationException(ClaudeRuntimeConfig.property(client, "policy") + " is " + name
                    + ", but there is no such policy. Describe it with " + property + ".models and .default-model");
        }
        try {
            return new ModelPolicy(name, null, policy.models(), policy.defaultModel(), policy.onDenied());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + ": " + e.getMessage(), e);
        }
    }
}
