package io.github.quarkusclaude.deployment.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.SubscriptionTier;

/**
 * A tier as a catalogue file describes it: by models, by lines, or with every model ({@code *}).
 */
record TierDefinition(SubscriptionTier tier, List<String> models, List<String> lines, @Nullable String defaultModel,
        @Nullable String defaultLine) {

    static final String EVERY_MODEL = "*";

    boolean isUnrestricted() {
        return models.contains(EVERY_MODEL);
    }

    boolean includes(String id, @Nullable String line) {
        return isUnrestricted() || models.contains(id) || (line != null && lines.contains(line));
    }
}
