package io.github.quarkusclaude.message;

/**
 * An answer that is a Java value.
 *
 * @param value the value
 * @param message the answer as it came, with usage and thinking
 * @param <T> the type that was asked for
 */
public record StructuredMessage<T>(T value, Message message) {

    /** Without the value, which is the content of the answer. */
    @Override
    public String toString() {
        return "StructuredMessage[id=" + message.id() + ", model=" + message.model() + "]";
    }
}
