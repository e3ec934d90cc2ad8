package io.github.quarkusclaude.simulator;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of texts and of identifiers such as {@code getCurrentWeather} and {@code unit_price}. */
final class Words {

    private static final Pattern BORDER = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+");

    private Words() {
    }

    /** The words in lower case and in the singular, in their order. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BORDER.split(text)) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                boolean plural = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss");
                words.add(plural ? lower.substring(0, lower.length() - 1) : lower);
            }
        }
        return words;
    }

    /** An identifier with spaces between its words. */
    static String split(String identifier) {
        return BORDER.matcher(identifier).replaceAll(" ").strip();
    }
}
