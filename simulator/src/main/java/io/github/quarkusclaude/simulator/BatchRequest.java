package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One request of a batch. It is kept as a part of the body that brought it, because a batch can have very many.
 *
 * @param start where it begins in that body, in bytes
 * @param end where it ends, exclusive
 * @param error why it will fail; null if it will succeed
 */
record BatchRequest(String customId, int start, int end, @Nullable ApiError error) {
}
