package io.github.quarkusclaude.catalog.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.quarkusclaude.message.RequestOptions;

/**
 * The beta features of an application.
 *
 * @param enabled whether {@code anthropic-beta} is sent at all
 * @param features values to send with every request
 * @param subscriptionFeatures the same for clients with the tokens of a subscription
 * @param known the values that exist, and what they do
 */
public record BetaFeatures(boolean enabled, List<String> features, List<String> subscriptionFeatures,
        Map<String, BetaState> known) {

    /** Gives models of 2025 a context window of a million tokens; later ones have it anyway. */
    public static final String LONG_CONTEXT = "context-1m-2025-08-07";

    /** A longer value is a mistake; not all of it needs to be repeated in the message. */
    private static final int MOST_SHOWN = 80;

    public BetaFeatures {
        features = List.copyOf(features);
        subscriptionFeatures = List.copyOf(subscriptionFeatures);
        known = new LinkedHashMap<>(known);
        for (String feature : features) {
            // the way to use a value that is newer than this version
            known.putIfAbsent(feature, BetaState.CURRENT);
        }
        known = Map.copyOf(known);
    }

    /** Features that do not depend on the credential. */
    public BetaFeatures(boolean enabled, List<String> features, Map<String, BetaState> known) {
        this(enabled, features, features, known);
    }

    /** These features for a client with the tokens of a subscription. */
    public BetaFeatures ofSubscription() {
        return new BetaFeatures(enabled, subscriptionFeatures, known);
    }

    /** No features; what exists is still known. */
    public BetaFeatures switchedOff() {
        return new BetaFeatures(false, features, known);
    }

    /**
     * What is wrong with a value that nobody knows.
     *
     * @param value a value of {@code anthropic-beta}
     * @return a sentence that names the value, and the one that was probably meant; empty if the value is known
     */
    public Optional<String> objectionTo(String value) {
        if (known.containsKey(value)) {
            return Optional.empty();
        }
        String shown = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
        return Optional.of("\"" + shown + "\" is not a known beta feature"
                + BetaNames.closest(value, known.keySet()).map(meant -> "; did you mean \"" + meant + "\"?").orElse("."));
    }

    /** These features as far as a request wants them. What the application switches off stays off. */
    BetaFeatures allowedBy(RequestOptions options) {
        return Boolean.FALSE.equals(options.betaFeatures()) ? switchedOff() : this;
    }
}
