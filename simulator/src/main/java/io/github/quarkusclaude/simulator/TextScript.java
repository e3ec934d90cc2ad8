package io.github.quarkusclaude.simulator;

/** A message with a given text. */
record TextScript(String text) implements ScriptedAnswer {
}
