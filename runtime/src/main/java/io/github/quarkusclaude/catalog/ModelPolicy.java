package io.github.quarkusclaude.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which models a client may use: that of its subscription tier, or one of the application's own.
 *
 * @param name what it is called, for people
 * @param tier the tier it belongs to; absent for an application's own
 * @param models the models that may be used: ids, and patterns in which {@code *} stands for any characters
 * @param defaultModel what is used in place of a model that may not be
 * @param onDenied what happens to a request for a model that may not be used
 */
public record ModelPolicy(String name, @Nullable SubscriptionTier tier, List<String> models, String defaultModel,
        OnDenied onDenied) {

    private static final String ANY = "*";

    /** What happens to a request for a model that may not be used. */
    public enum OnDenied {
        /** The default model answers, with one warning. */
        FALLBACK,
        /** It fails with a {@link ModelAccessException}. */
        FAIL
    }

    /** @throws IllegalArgumentException if the default model is one that may not be used */
    public ModelPolicy {
        models = models.stream().map(String::strip).toList();
        if (!allows(models, defaultModel)) {
            throw new IllegalArgumentException("The default model " + defaultModel + " of the policy " + name
                    + " is none of the models it allows: " + String.join(", ", models));
        }
    }

    /** The policy of a tier. */
    public static ModelPolicy of(TierPolicy tier, OnDenied onDenied) {
        return new ModelPolicy(tier.tier().id(), tier.tier(), tier.unrestricted() ? List.of(ANY) : tier.models(),
                tier.defaultModel(), onDenied);
    }

    /** Whether every model may be used, also those the catalogue does not know. */
    public boolean isUnrestricted() {
        return models.contains(ANY);
    }

    /** Whether a model may be used. */
    public boolean allows(String id) {
        return allows(models, id);
    }

    private static boolean allows(List<String> models, String id) {
        return models.stream().anyMatch(pattern -> pattern.contains(ANY) ? matches(pattern, id) : pattern.equals(id));
    }

    private static boolean matches(String pattern, String id) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return id.matches(regex);
    }
}
