package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.message.ThinkingLevel;

/** What thinking levels mean: a share of the longest output for models with a budget, an effort for all others. */
final class ThinkingLevels {

    /** What is left for the answer in any case, in percent of the longest output. */
    static final int RESERVE_PERCENT = 5;

    private ThinkingLevels() {
    }

    /**
     * The budget of a level.
     *
     * @param longestOutput the longest output of the model, in tokens
     */
    static int budget(ThinkingLevel level, int longestOutput) {
        return Math.max(ThinkingModes.LEAST_BUDGET, share(longestOutput, percent(level)));
    }

    /** The level whose budget is the smallest that is not less than a given one. */
    static ThinkingLevel ofBudget(int budget, int longestOutput) {
        for (ThinkingLevel level : ThinkingLevel.values()) {
            if (level != ThinkingLevel.NONE && budget <= budget(level, longestOutput)) {
                return level;
            }
        }
        return ThinkingLevel.MAX;
    }

    /** The effort of a level at which a model thinks. */
    static Effort effort(ThinkingLevel level) {
        return switch (level) {
            case NONE, MINIMAL, LOW -> Effort.LOW;
            case MEDIUM -> Effort.MEDIUM;
            case HIGH -> Effort.HIGH;
            case XHIGH -> Effort.XHIGH;
            case MAX -> Effort.MAX;
        };
    }

    /** The level of an effort. */
    static ThinkingLevel ofEffort(Effort effort) {
        return switch (effort) {
            case LOW -> ThinkingLevel.LOW;
            case MEDIUM -> ThinkingLevel.MEDIUM;
            case HIGH -> ThinkingLevel.HIGH;
            case XHIGH -> ThinkingLevel.XHIGH;
            case MAX -> ThinkingLevel.MAX;
        };
    }

    static int share(int longestOutput, int percent) {
        return (int) (longestOutput * (long) percent / 100);
    }

    private static int percent(ThinkingLevel level) {
        return switch (level) {
            case NONE -> 0;
            case MINIMAL -> 2;
            case LOW -> 10;
            case MEDIUM -> 30;
            case HIGH -> 60;
            case XHIGH -> 90;
            case MAX -> 100 - RESERVE_PERCENT;
        };
    }
}
