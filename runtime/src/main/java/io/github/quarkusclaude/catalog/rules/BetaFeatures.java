package io.github.quarkusclaude.catalog.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.message.RequestOptions;

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

    /** These features as far as a request wants them. What the application switches off stays off. */
    BetaFeatures allowedBy(RequestOptions options) {
        return Boolean.FALSE.equals(options.betaFeatures()) ? new BetaFeatures(false, features, known) : this;
    }
}
