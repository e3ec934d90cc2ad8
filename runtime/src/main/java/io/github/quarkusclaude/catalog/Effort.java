package io.github.quarkusclaude.catalog;

import java.util.Locale;

/**
 * How much work a model puts into an answer ({@code output_config.effort}), from least to most. Not every model knows
 * every level; see {@link EffortRules}.
 */
public enum Effort {

    /** Fast and cheap. */
    LOW,

    /** Balanced. */
    MEDIUM,

    /** Thorough. */
    HIGH,

    /** More thorough than {@link #HIGH}. */
    XHIGH,

    /** Whatever it takes. */
    MAX;

    /**
     * The name of the level in the Claude API.
     *
     * @return for example {@code xhigh}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
