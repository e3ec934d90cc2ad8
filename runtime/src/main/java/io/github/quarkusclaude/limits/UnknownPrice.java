package io.github.quarkusclaude.limits;

/** What a budget does with a call whose price nobody knows. */
public enum UnknownPrice {

    /** It fails before it is sent. */
    REJECT,

    /** It is made. It counts as soon as its cost is known, which may be never. */
    ALLOW
}
