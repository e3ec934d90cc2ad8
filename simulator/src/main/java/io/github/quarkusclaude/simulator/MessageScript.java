package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** A given message. */
record MessageScript(JsonNode message) implements ScriptedAnswer {
}
