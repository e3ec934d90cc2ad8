package io.github.quarkusclaude.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.SubscriptionTier;

/**
 * Finds the tier of an account. The first of these that says one: what was set, what a login has found out, the scopes of the
 * token, and what is usual for the method.
 *
 * @param settings what was set, the strongest first
 */
public record TierDetection(List<Setting> settings) {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.auth");

    /** Tiers that scopes name, the highest first: a token has those below it as well. */
    private static final List<SubscriptionTier> OF_SCOPES = List.of(SubscriptionTier.MAX_20, SubscriptionTier.MAX_5,
            SubscriptionTier.MAX);

    /** What has been warned about: the tier is asked for again and again. */
    private static final Set<Setting> WARNED = ConcurrentHashMap.newKeySet();

    /**
     * A tier that somebody has set.
     *
     * @param name where, for people
     * @param value what; absent if nothing was set
     */
    public record Setting(String name, @Nullable String value) {
    }

    public TierDetection {
        settings = List.copyOf(settings);
    }

    /**
     * The tier. What is not a tier is warned about once and passed over.
     *
     * @param hints what the credential tells
     */
    public SubscriptionTier detect(TierHints hints, AuthMethod method) {
        Stream<Setting> all = Stream.concat(settings.stream(), Stream.of(new Setting("The stored login", hints.stored())));
        return all.map(TierDetection::parse).flatMap(Optional::stream).findFirst()
                .or(() -> ofScopes(hints.scopes()))
                .orElse(method.isSubscription() ? SubscriptionTier.PRO : SubscriptionTier.API);
    }

    /** The tier that was set, whatever the credential tells. */
    public Optional<SubscriptionTier> set() {
        return settings.stream().map(TierDetection::parse).flatMap(Optional::stream).findFirst();
    }

    private static Optional<SubscriptionTier> parse(Setting setting) {
        String value = setting.value();
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SubscriptionTier.parse(value));
        } catch (IllegalArgumentException e) {
            if (WARNED.add(setting)) {
                LOG.warnf("%s is not used: %s", setting.name(), e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** The tier that the scopes of a token name, if they do. */
    public static Optional<SubscriptionTier> ofScopes(List<String> scopes) {
        return OF_SCOPES.stream().filter(tier -> scopes.contains(tier.id())).findFirst();
    }
}
