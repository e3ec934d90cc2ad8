package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;

/** A question about a topic: a few sentences that say what a model would do with it, and why none is at work here. */
final class ExplanationRule implements AnswerRule {

    private static final List<String> OPENINGS = List.of(
            "your question is about %s. A model would answer it from what it has learned; this text was put together by a "
                    + "simulator that has learned nothing.",
            "you would like to know about %s. What you read here is made up from your own words, because a simulator, "
                    + "not a model, is answering.",
            "this is where Claude would talk about %s. The simulator cannot, but it can show you what an answer looks like.");
    private static final List<String> BODIES = List.of(
            "A good explanation of %s starts from something familiar, adds one new idea at a time, and comes back at the end "
                    + "to the question it began with.",
            "To make sense of %s it usually helps to ask three things: which problem is behind it, what its parts are, and "
                    + "how these work together.",
            "Anyone who explains %s well has to choose: what to leave out, which picture to use, and where that picture stops "
                    + "being true.");
    private static final List<String> MANNERS = List.of(
            "You asked for it %s, and a model would choose its words accordingly.",
            "You wanted it %s, so a model would think of its reader first.");
    private static final List<String> CLOSINGS = List.of(
            "Everything around this text is as it will be later: your request was checked, the tokens were counted, and the "
                    + "answer came in the form of the Claude API. With an API key the same call brings the real one.",
            "The rest is no make-believe: request, checks, token counts and the shape of this answer follow the Claude API, so "
                    + "that only the key has to change for a real answer about %s.");

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        return Topic.find(prompt.text()).map(topic -> Reply.free(explain(topic, prompt.variety("explanation"))));
    }

    private static String explain(Topic topic, Variety variety) {
        StringBuilder text = new StringBuilder(fill(variety.pick(OPENINGS), topic.name()));
        text.append(' ').append(fill(variety.pick(BODIES), topic.name()));
        if (topic.hasTellableManner()) {
            text.append(' ').append(fill(variety.pick(MANNERS), topic.manner()));
        }
        return text.append(' ').append(fill(variety.pick(CLOSINGS), topic.name())).toString();
    }

    /** No format string: the topic comes from outside and may hold percent signs. */
    private static String fill(String sentence, String topic) {
        return sentence.replace("%s", topic);
    }
}
