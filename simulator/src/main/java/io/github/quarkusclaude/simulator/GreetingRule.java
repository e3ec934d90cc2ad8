package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A greeting, returned. */
final class GreetingRule implements AnswerRule {

    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day))\\b[^?]{0,40}", Pattern.CASE_INSENSITIVE);
    private static final List<String> REPLIES = List.of(
            "Hello! This is the Claude simulator. It understands little, but it answers every request the way the API would.",
            "Hi there! You are talking to the Claude simulator, so nothing leaves your machine. What would you like to try?",
            "Good to meet you! I am only a simulation of Claude, but requests, streams and token counts behave like real ones.");

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        return GREETING.matcher(prompt.text()).matches()
                ? Optional.of(Reply.free(prompt.variety("greeting").pick(REPLIES)))
                : Optional.empty();
    }
}
