/**
 * Message batches: many requests that may take up to a day and cost half. {@link io.github.quarkusclaude.batch.Batches}
 * (blocking) and {@link io.github.quarkusclaude.batch.ReactiveBatches} (Mutiny), from {@code client.batches()}.
 */
@NullMarked
package io.github.quarkusclaude.batch;

import org.jspecify.annotations.NullMarked;
