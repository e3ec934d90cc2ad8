package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Say exactly: …", "reply with the single word …", "repeat …": just that, and nothing else. */
final class EchoRule implements AnswerRule {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final String VERB = "(?:say|repeat|echo|print|output|(?:reply|respond|answer)(?:\\s+with)?)";
    private static final String QUALIFIER = "(?:exactly|only|just|with|verbatim|the following|(?:the|this) (?:single |one )?words?"
            + "|after me)";

    /** A colon announces a text that has to be kept as it is, down to its last full stop. */
    private static final Pattern AFTER_COLON = Pattern.compile("\\b" + VERB + "(?:\\s+" + QUALIFIER + ")*\\s*:\\s*(\\S.*)$",
            FLAGS);
    private static final Pattern QUALIFIED = Pattern.compile("\\b" + VERB + "(?:\\s+" + QUALIFIER + ")+\\s+(\\S[^\\n]*?)"
            + "[.!]?$", FLAGS);
    private static final Pattern AT_START = Pattern.compile("^(?:please\\s+)?(?:say|repeat|echo)\\s+(\\S[^\\n]*?)[.!]?$",
            FLAGS);
    private static final Pattern QUOTED = Pattern.compile("[\"'“‘`](.*)[\"'”’`]", FLAGS);

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        for (Pattern form : List.of(AFTER_COLON, QUALIFIED, AT_START)) {
            Matcher order = form.matcher(prompt.text());
            if (order.find()) {
                String words = order.group(1).strip();
                Matcher quoted = QUOTED.matcher(words);
                return Optional.of(Reply.exact(quoted.matches() ? quoted.group(1) : words));
            }
        }
        return Optional.empty();
    }
}
