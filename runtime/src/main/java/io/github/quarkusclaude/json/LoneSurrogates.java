package io.github.quarkusclaude.json;

/**
 * Halves of characters, which JSON can hold as escapes only: as they are, they would become question marks in UTF-8.
 */
final class LoneSurrogates {

    private LoneSurrogates() {
    }

    /** The same JSON with an escape in place of each. */
    static String escaped(String json) {
        int first = next(json, 0);
        if (first == json.length()) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 5);
        int copied = 0;
        for (int at = first; at < json.length(); at = next(json, copied)) {
            escaped.append(json, copied, at).append(String.format("\\u%04x", (int) json.charAt(at)));
            copied = at + 1;
        }
        return escaped.append(json, copied, json.length()).toString();
    }

    private static int next(String json, int from) {
        int at = from;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (!Character.isSurrogate(c)) {
                at++;
            } else if (Character.isHighSurrogate(c) && at + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(at + 1))) {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }
}
