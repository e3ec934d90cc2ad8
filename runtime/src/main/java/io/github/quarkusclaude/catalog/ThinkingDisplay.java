package io.github.quarkusclaude.catalog;

/**
 * What a thinking block of the answer shows when the request does not choose a {@code display}.
 */
public enum ThinkingDisplay {

    /** A summary of the thoughts as text. */
    SUMMARIZED,

    /** No text: the block is empty apart from its signature. */
    OMITTED,

    /** Not published. */
    UNKNOWN
}
