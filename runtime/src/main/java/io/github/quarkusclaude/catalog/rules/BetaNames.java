package io.github.quarkusclaude.catalog.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of {@code anthropic-beta}: a name and a date. */
final class BetaNames {

    static final String HEADER = "anthropic-beta";

    static final String INTERLEAVED_THINKING = "interleaved-thinking-2025-05-14";

    private static final Pattern DATE = Pattern.compile("-?\\d{4}-?\\d{2}-?\\d{2}$");

    /** One mistake in so many characters is a typing error; more make another word. */
    private static final int CHARACTERS_PER_TYPING_ERROR = 4;

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
            int distance = name(candidate).equals(name(value)) ? 0 : distance(name(value), name(candidate));
            if (distance < least || distance == least && best != null && candidate.compareTo(best) > 0) {
                least = distance;
                best = candidate;
            }
        }
        return least <= name(value).length() / CHARACTERS_PER_TYPING_ERROR ? Optional.ofNullable(best) : Optional.empty();
    }

    private static String name(String value) {
        return DATE.matcher(value).replaceFirst("");
    }

    /** How many characters have to be added, removed or replaced to make one text of the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
