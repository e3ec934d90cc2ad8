package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** A tool that is to be called, and with what. */
record ToolCall(String tool, JsonNode input) {
}
