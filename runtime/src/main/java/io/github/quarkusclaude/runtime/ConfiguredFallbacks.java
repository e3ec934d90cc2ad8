package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.property;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.transport.FallbackSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Reads what clients fall back to, and says what is wrong with it. */
final class ConfiguredFallbacks {

    private final ClaudeRuntimeConfig config;
    private final ModelCatalog catalog;

    ConfiguredFallbacks(ClaudeRuntimeConfig config, ModelCatalog catalog) {
        this.config = config;
        this.catalog = catalog;
    }

    /**
     * What a client falls back to.
     *
     * @param own which models the client may use
     * @param others which models other clients may use, by their names
     * @throws ConfigurationException if that cannot be
     */
    FallbackSettings of(String client, ModelPolicy own, Function<String, ModelPolicy> others) {
        FallbackConfig fallback = config.clients().get(client).fallback();
        List<String> problems = new ArrayList<>();
        Set<ModelRoute> routes = new LinkedHashSet<>();
        for (String text : fallback.to().orElse(List.of())) {
            try {
                ModelRoute route = ModelRoute.parse(text);
                check(client, route, own, others, problems);
                if (!routes.add(route)) {
                    problems.add("names " + route + " twice");
                }
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            String property = property(client, "fallback.to");
            throw new ConfigurationException(property + " " + String.join(". " + property + " ", problems));
        }
        return new FallbackSettings(List.copyOf(routes), fallback.on());
    }

    private void check(String client, ModelRoute route, ModelPolicy own, Function<String, ModelPolicy> others,
            List<String> problems) {
        @Nullable
        String other = route.client();
        if (client.equals(other)) {
            problems.add("names the client itself: write " + (route.model() == null ? "another client" : route.model()));
        } else if (other != null && !config.clients().containsKey(other)) {
            problems.add("names the client " + other + ", of which nothing is configured. Set "
                    + property(other, "api-key") + " or another credential");
        } else {
            // also finds a missing credential
            ModelPolicy policy = other == null ? own : others.apply(other);
            if (route.model() != null && !allows(policy, route.model())) {
                problems.add("names " + route + ", but the " + policy.name() + " policy does not have this model");
            }
        }
    }

    private boolean allows(ModelPolicy policy, String model) {
        return policy.isUnrestricted() || policy.allows(model)
                || catalog.model(model).filter(known -> policy.allows(known.id())).isPresent();
    }
}
