package io.github.quarkusclaude.message;

import java.util.Locale;

/**
 * How much the model should think, in words that fit every model: the client translates a level into the token budget or
 * the effort that the model of the request takes.
 */
public enum ThinkingLevel {

    /** Not at all, where the model can be told so; as little as possible otherwise. */
    NONE,

    /** Barely. */
    MINIMAL,

    /** A little. */
    LOW,

    /** Balanced. */
    MEDIUM,

    /** Thoroughly. */
    HIGH,

    /** More thoroughly than {@link #HIGH}. */
    XHIGH,

    /** Whatever it takes. */
    MAX;

    /** The word for the level in configuration and commands, for example {@code xhigh}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
