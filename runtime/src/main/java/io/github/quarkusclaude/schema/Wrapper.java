package io.github.quarkusclaude.schema;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The object that a value stands in which is not an object itself.
 *
 * @param value the value
 */
record Wrapper<T>(@JsonProperty(AnswerSchema.VALUE) @Nullable T value) {
}
