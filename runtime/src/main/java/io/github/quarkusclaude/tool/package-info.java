/**
 * Tools in Java, and the loop that runs them until the model has answered:
 * {@link io.github.quarkusclaude.ClaudeClient#toolRunner()}.
 */
@NullMarked
package io.github.quarkusclaude.tool;

import org.jspecify.annotations.NullMarked;
