package io.github.quarkusclaude.catalog.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beta features of an application.
 *
 * @param enabled whether {@code anthropic-beta} is sent at all
 * @param features values to send with every request
 * @param known the values that exist, and what they do
 */
public record BetaFeatures(boolean enabled, List<String> features, Map<String, BetaState> known) {

    public BetaFeatures {
        features = List.copyOf(features);
        known = new LinkedHashMap<>(known);
        for (String feature : features) {
            // the way to use a value that is newer than this version
            known.putIfAbsent(feature, BetaState.CURRENT);
        }
        known = Map.copyOf(known);
    }
}
