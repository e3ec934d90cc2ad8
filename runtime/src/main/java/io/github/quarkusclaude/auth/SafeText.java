package io.github.quarkusclaude.auth;

/** What others have written, made fit to stand in a message. */
final class SafeText {

    private static final int LONGEST = 300;

    private SafeText() {
    }

    /** The text on one line, without characters that terminals act on, and not longer than a message may be. */
    static String of(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
