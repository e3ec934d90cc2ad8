package io.github.quarkusclaude.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question is about.
 *
 * @param name the topic, in words that fit into a sentence
 * @param manner how it is to be explained, for example "in simple terms"; empty if that is left open
 */
record Topic(String name, String manner) {

    private static final Pattern QUESTION = Pattern.compile(
            "\\b(explain|describe|tell me (?:something |more )?about|what(?:['’]s| is| are| was| were)|who (?:is|was)|"
                    + "how (?:does|do|did|is|are|can)|why (?:is|are|does|do|did))\\s+(?:me |to me |us )?([^?!\\n]{2,200})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MANNER = Pattern.compile(
            "[,\\s]*\\b(in (?:simple|plain|your own|a few|one|two|three)\\b.*|as if\\b.*|to a\\b.*|for (?:a |an )?"
                    + "(?:child|beginner)s?\\b.*|like i['’]m\\b.*|briefly|shortly|in detail|please|step by step)$",
            Pattern.CASE_INSENSITIVE);
    /** The words after these make no sense by themselves, so the whole question is the topic. */
    private static final Pattern CLAUSE = Pattern.compile("(?:how|why)\\b.*", Pattern.CASE_INSENSITIVE);

    static Optional<Topic> find(String text) {
        Matcher question = QUESTION.matcher(text);
        if (!question.find()) {
            return Optional.empty();
        }
        String asked = question.group(2).replaceAll("[\\s.,;:]+$", "");
        Matcher manner = MANNER.matcher(asked);
        boolean hasManner = manner.find() && manner.start() > 0;
        String name = hasManner ? asked.substring(0, manner.start()) : asked;
        String start = question.group(1);
        return Optional.of(new Topic(
                CLAUSE.matcher(start).matches() ? "“" + start + " " + name + "?”" : name,
                hasManner ? manner.group(1) : ""));
    }

    /** Whether the manner can be told in the words it was asked for. */
    boolean hasTellableManner() {
        return manner.startsWith("in ") || manner.startsWith("for ") || manner.startsWith("to ");
    }
}
