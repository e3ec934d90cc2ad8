package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "List five rivers": a numbered list of as many lines. */
final class ListRule implements AnswerRule {

    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten");
    private static final Pattern ORDER = Pattern.compile("\\b(?:list|name|give me|suggest)\\s+(?:me\\s+)?(\\d{1,3}|"
            + String.join("|", NUMBERS) + ")\\s+([^.?!:\\n]{2,80})", Pattern.CASE_INSENSITIVE);
    private static final List<String> LINES = List.of("the best known of the %s", "one of the %s that comes to mind at once",
            "one of the %s that is easily forgotten", "a classic among the %s", "a surprise among the %s",
            "the most recent of the %s", "the oldest of the %s", "a matter of taste among the %s");

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        Matcher order = ORDER.matcher(prompt.text());
        if (!order.find()) {
            return Optional.empty();
        }
        String count = order.group(1).toLowerCase(Locale.ROOT);
        int lines = NUMBERS.contains(count) ? NUMBERS.indexOf(count) + 1 : Integer.parseInt(count);
        String things = order.group(2).strip();
        StringBuilder list = new StringBuilder(Reply.MARKER + lines + " places for " + things + ":\n");
        int start = prompt.variety("list").below(LINES.size());
        for (int i = 0; i < lines; i++) {
            list.append('\n').append(i + 1).append(". ")
                    .append(String.format(Locale.ROOT, LINES.get((start + i) % LINES.size()), things));
        }
        return Optional.of(Reply.exact(list.toString()));
    }
}
