package io.github.quarkusclaude.catalog.rules;

/** How alike two names are. */
final class Spelling {

    /** One mistake in so many characters is a typing error; more make another word. */
    private static final int CHARACTERS_PER_TYPING_ERROR = 4;

    private Spelling() {
    }

    /** Whether somebody who meant one name may have written the other, so many mistakes apart. */
    static boolean isTypingError(int distance, String written) {
        return distance <= written.length() / CHARACTERS_PER_TYPING_ERROR;
    }

    /** How many characters have to be added, removed or replaced to make one text of the other. */
    static int distance(String from, String to) {
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
