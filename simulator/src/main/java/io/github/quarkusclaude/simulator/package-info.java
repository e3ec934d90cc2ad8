/**
 * A simulator of the Claude API for development, tests and benchmarks.
 * <p>
 * {@link io.github.quarkusclaude.simulator.ClaudeSimulator} opens an HTTP server that validates, answers, streams, counts
 * and fails like the Claude API, without a network and without a key. Answers are made up, but they depend on the prompt,
 * and the same request gets the same answer as long as the seed stays the same.
 */
@NullMarked
package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.NullMarked;
