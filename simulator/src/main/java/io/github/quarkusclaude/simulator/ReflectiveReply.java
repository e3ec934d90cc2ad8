package io.github.quarkusclaude.simulator;

import java.util.List;

/** What to say when no rule applies: the prompt, held up like a mirror. */
final class ReflectiveReply {

    private static final List<String> OPENINGS = List.of(
            "you wrote “%s”.",
            "your message was “%s”.",
            "I received “%s”.");
    private static final List<String> BODIES = List.of(
            "A model would weigh these words and find some of its own; the simulator can only hand them back.",
            "There is no model here that could think about that, only a simulator that repeats what it was told.",
            "What a model would make of it cannot be guessed, so the simulator does not try.");
    private static final List<String> CLOSINGS = List.of(
            "Ask it something else and this text will change; ask the same again and it will not.",
            "The form of this answer is that of the Claude API, and the contents follow from your prompt and a seed.",
            "Try “lorem 500 tokens” for a long answer, or “say exactly: …” for one of your choice.");

    private ReflectiveReply() {
    }

    static Reply to(Prompt prompt) {
        Variety variety = prompt.variety("reflection");
        String quote = prompt.text().isEmpty() ? "…" : prompt.quote();
        return Reply.free(variety.pick(OPENINGS).replace("%s", quote) + " " + variety.pick(BODIES) + " "
                + variety.pick(CLOSINGS));
    }
}
