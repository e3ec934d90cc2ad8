package io.github.quarkusclaude.service.cli;

/** Whom to ask, in the name of whom. */
enum Provider {
    /** Anthropic, with whatever credential there is. */
    ANTHROPIC,
    /** Anthropic, with a login. */
    ANTHROPIC_SUBSCRIPTION
}
