/**
 * Claude for Quarkus: inject a {@link io.github.quarkusclaude.ClaudeClient} (blocking) or a
 * {@link io.github.quarkusclaude.ReactiveClaudeClient} (Mutiny) and ask.
 */
@NullMarked
package io.github.quarkusclaude;

import org.jspecify.annotations.NullMarked;
