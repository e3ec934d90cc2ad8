package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.ThinkingConfig;

/** The values of {@code thinking.type}. */
final class ThinkingModes {

    static final String ADAPTIVE = "adaptive";
    static final String ENABLED = "enabled";
    static final String DISABLED = "disabled";
    static final String BETWEEN_TOOLS = "between_tools";

    /** The smallest budget the API takes. */
    static final int LEAST_BUDGET = 1_024;

    private ThinkingModes() {
    }

    /** Whether the model thinks with a token budget. */
    static boolean isManual(@Nullable ThinkingConfig thinking) {
        return thinking != null && ENABLED.equals(thinking.type());
    }

    /** Whether the request turns thinking on. */
    static boolean thinks(@Nullable ThinkingConfig thinking) {
        return thinking != null && (ENABLED.equals(thinking.type()) || ADAPTIVE.equals(thinking.type()));
    }

    /** The same thinking in another mode, with a budget only where the mode has one. */
    static ThinkingConfig as(String type, @Nullable Integer budget, ThinkingConfig thinking) {
        String display = type.equals(ENABLED) || type.equals(ADAPTIVE) ? thinking.display() : null;
        return new ThinkingConfig(type, budget, display, thinking.blockBinding(), thinking.additionalFields());
    }
}
