package io.github.quarkusclaude.simulator;

import java.util.Locale;
import java.util.regex.Pattern;

/** The few instructions in a system prompt that the simulator follows: to be brief, and to write in one letter case. */
final class SystemDirections {

    private static final Pattern BRIEF = Pattern.compile("\\b(?:brief(?:ly)?|short|concise(?:ly)?|succinct(?:ly)?|terse|"
            + "one sentence|few words)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UPPER = Pattern.compile("\\b(?:upper[ -]?case|all caps|capital letters)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile("\\blower[ -]?case\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][”’]?)\\s");

    private SystemDirections() {
    }

    /** The text of a reply, worded the way the system asks for. */
    static Prose apply(Prompt prompt, Reply reply) {
        if (!reply.free()) {
            return reply.prose();
        }
        String text = reply.prose().text();
        if (BRIEF.matcher(prompt.system()).find()) {
            text = SENTENCE_END.split(text)[0];
        }
        if (!prompt.continuing()) {
            text = Reply.MARKER + text;
        }
        if (UPPER.matcher(prompt.system()).find()) {
            text = text.toUpperCase(Locale.ROOT);
        } else if (LOWER.matcher(prompt.system()).find()) {
            text = text.toLowerCase(Locale.ROOT);
        }
        return new WrittenProse(text);
    }
}
