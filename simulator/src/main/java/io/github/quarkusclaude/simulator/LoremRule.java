package io.github.quarkusclaude.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code lorem N tokens}: exactly that much filler text, for tests and benchmarks that need a long answer. */
final class LoremRule implements AnswerRule {

    private static final Pattern ORDER = Pattern.compile("\\blorem\\s+(\\d[\\d_,]{0,11})\\s+tokens?\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        Matcher order = ORDER.matcher(prompt.text());
        if (!order.find()) {
            return Optional.empty();
        }
        long tokens = Long.parseLong(order.group(1).replaceAll("[_,]", ""));
        return Optional.of(Reply.exact(new LoremProse(TokenEstimate.characters(tokens), prompt.seed())));
    }
}
