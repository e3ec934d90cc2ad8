package io.github.quarkusclaude.catalog.rules;

/** What a value of {@code anthropic-beta} does today. */
public enum BetaState {

    /** It switches something on, or names something that is on anyway. */
    CURRENT,

    /** It has no effect any more. */
    WITHOUT_EFFECT,

    /** It switches answers back to their old shapes, which this version does not read. */
    OLD_SHAPES
}
