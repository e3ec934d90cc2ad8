package io.github.quarkusclaude.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Summarise …": how long the text is, and how it begins. */
final class SummaryRule implements AnswerRule {

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:summari[sz]e|summary of|tl;?dr)\\b[^:\\n]{0,60}[:\\n]\\s*(\\S.*)|\\bsummari[sz]e\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int QUOTED_WORDS = 8;

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        Matcher order = ORDER.matcher(prompt.text());
        if (!order.find()) {
            return Optional.empty();
        }
        String text = (order.group(1) == null ? order.group(2) : order.group(1)).strip();
        String[] words = text.split("\\s+");
        int sentences = Math.max(1, text.split("[.!?]+(?:\\s|$)").length);
        String beginning = Arrays.stream(words).limit(QUOTED_WORDS).collect(Collectors.joining(" "));
        return Optional.of(Reply.free("The text has " + count(words.length, "word") + " in " + count(sentences, "sentence")
                + " and begins with “" + beginning + (words.length > QUOTED_WORDS ? " …" : "")
                + "”. A real model would condense it; the simulator only measures it."));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
