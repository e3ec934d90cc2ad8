package io.github.quarkusclaude.simulator;

import java.util.Optional;

/** Knows what to say to one sort of prompt. */
interface AnswerRule {

    /** The reply; empty if the prompt is of another sort. */
    Optional<Reply> reply(Prompt prompt);
}
