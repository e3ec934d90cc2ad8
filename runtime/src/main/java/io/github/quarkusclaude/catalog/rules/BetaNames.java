package io.github.quarkusclaude.catalog.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of {@code anthropic-beta}: a name and a date. */
final class BetaNames {

    static final String HEADER = "anthropic-beta";

    static final String INTERLEAVED_THINKING = "interleaved-thinking-2025-05-14";

    private static final Pattern DATE = Pattern.compile("-?\\d{4}-?\\d{2}-?\\d{2}$");

    private BetaNames() {
    }

    /** Whether values have a feature, be it in another version. */
    static boolean containsFeature(Collection<String> values, String value) {
        String name = name(value);
        return values.stream().anyMatch(other -> name(other).equals(name));
    }

    /** The value that was probably meant. */
    static Optional<String> closest(String value, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known.stream().sorted().toList()) {
            int distance = name(candidate).equals(name(value)) ? 0 : Spelling.distance(name(value), name(candidate));
            if (distance < least || distance == least && best != null && candidate.compareTo(best) > 0) {
                least = distance;
                best = candidate;
            }
        }
        return Spelling.isTypingError(least, name(value)) ? Optional.ofNullable(best) : Optional.empty();
    }

    private static String name(String value) {
        return DATE.matcher(value).replaceFirst("");
    }
}
