package io.github.quarkusclaude.simulator;

/** A given error. */
record ErrorScript(ApiError error) implements ScriptedAnswer {
}
