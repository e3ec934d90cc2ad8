package io.github.quarkusclaude.deployment.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.catalog.rules.BetaState;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The values of {@code anthropic-beta} an application sends with every request.
 */
final class BetaFeatureList {

    private static final Logger LOG = Logger.getLogger(BetaFeatureList.class);

    /** What the guide of March 2026 lists for API keys, without the one that says the caller is another program. */
    private static final List<String> CLASSIC = List.of("interleaved-thinking-2025-05-14",
            "fine-grained-tool-streaming-2025-05-14");

    /** What the guide lists for tokens of subscriptions. */
    private static final List<String> CLASSIC_OF_SUBSCRIPTIONS = List.of("interleaved-thinking-2025-05-14");

    private static final Pattern VALUE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, BetaState> known;

    BetaFeatureList(Map<String, BetaState> known) {
        this.known = known;
    }

    /** Whether a value that nobody has configured is also for tokens of subscriptions. */
    static boolean isForSubscriptions(String feature) {
        return CLASSIC_OF_SUBSCRIPTIONS.contains(feature);
    }

    /**
     * The values, checked.
     *
     * @throws ConfigurationException naming every value that cannot be one
     */
    List<String> of(Optional<List<String>> configured, CatalogProfile profile) {
        if (configured.isEmpty()) {
            return profile == CatalogProfile.CLASSIC ? CLASSIC : List.of();
        }
        Set<String> features = new LinkedHashSet<>();
        List<String> malformed = new ArrayList<>();
        for (String value : configured.get()) {
            String feature = value.strip();
            if (!VALUE.matcher(feature).matches()) {
                malformed.add('"' + value + '"');
            } else if (features.add(feature)) {
                warn(feature);
            }
        }
        if (!malformed.isEmpty()) {
            throw new ConfigurationException("quarkus.claude.beta.features has values that are no beta features: "
                    + String.join(", ", malformed) + ". A beta feature is a name and a date, like context-1m-2025-08-07");
        }
        return List.copyOf(features);
    }

    private void warn(String feature) {
        BetaState state = known.get(feature);
        if (state == null) {
            LOG.warnf("quarkus.claude.beta.features has %s, which this version does not know. It is sent as it is", feature);
        } else if (state == BetaState.WITHOUT_EFFECT) {
            LOG.warnf("quarkus.claude.beta.features has %s, which has no effect any more. Remove it", feature);
        } else if (state == BetaState.OLD_SHAPES) {
            LOG.warnf("quarkus.claude.beta.features has %s, which makes the API answer in old shapes. Remove it", feature);
        }
    }
}
