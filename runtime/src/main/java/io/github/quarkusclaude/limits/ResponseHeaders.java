package io.github.quarkusclaude.limits;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The headers of an answer, whatever client has received it.
 */
public interface ResponseHeaders {

    /** The first value of a header; letter case does not matter. */
    @Nullable
    String get(String name);

    /** Hands over names and values. */
    void forEach(BiConsumer<String, String> header);
}
