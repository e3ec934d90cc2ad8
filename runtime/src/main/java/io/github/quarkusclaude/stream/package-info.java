/**
 * Streamed messages: the events of {@code POST /v1/messages} with {@code stream: true}, the decoder that makes them of
 * bytes, and the accumulator that makes a message of them.
 */
@NullMarked
package io.github.quarkusclaude.stream;

import org.jspecify.annotations.NullMarked;
