package io.github.quarkusclaude.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A named policy about which models an account may use, from the least to the most. The names are those of Claude
 * subscriptions, {@link #API} stands for accounts that pay per token.
 * <p>
 * Which models a tier has is decided by the catalogue, see {@link TierPolicy}; Anthropic publishes no such table.
 */
public enum SubscriptionTier {

    /** Free accounts. */
    FREE,

    /** Pro subscriptions. */
    PRO,

    /** Max subscriptions of unknown size. */
    MAX,

    /** Max subscriptions with five times the usage of Pro. */
    MAX_5,

    /** Max subscriptions with twenty times the usage of Pro. */
    MAX_20,

    /** Accounts that pay per token, with an API key. */
    API;

    /**
     * The name of the tier in configuration, commands and stored credentials.
     *
     * @return for example {@code max_5}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The tier with a given name. Letter case and surrounding white space do not matter, and a hyphen is as good as an
     * underscore.
     *
     * @param text for example {@code max_5}, {@code MAX-5} or {@code " Pro "}
     * @return the tier
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static SubscriptionTier parse(String text) {
        String wanted = text.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        List<String> known = new ArrayList<>();
        for (SubscriptionTier tier : values()) {
            if (tier.id().equals(wanted)) {
                return tier;
            }
            known.add(tier.id());
        }
        throw new IllegalArgumentException(
                "Unknown subscription tier \"" + text + "\"; known are " + String.join(", ", known));
    }
}
