package io.github.quarkusclaude.catalog;

import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how a model takes an {@link Effort}.
 *
 * @param supported whether a request may have an effort
 * @param levels the levels the model knows, from least to most; empty if it takes none or they are unknown
 * @param defaultLevel the level of a request that has none, or {@code null} if unknown
 */
public record EffortRules(Support supported, List<Effort> levels, @Nullable Effort defaultLevel) {

    /** Nothing is known. */
    public static final EffortRules UNKNOWN = new EffortRules(Support.UNKNOWN, List.of(), null);

    /** The model refuses every effort. */
    public static final EffortRules NONE = new EffortRules(Support.NO, List.of(), null);

    public EffortRules {
        EnumSet<Effort> sorted = EnumSet.noneOf(Effort.class);
        sorted.addAll(levels);
        levels = List.copyOf(sorted);
    }

    /**
     * Rules of a model that takes exactly these levels.
     *
     * @param levels the accepted levels; an empty list means that the model takes no effort
     * @param defaultLevel the level of a request that has none, or {@code null} if unknown
     * @return the rules
     */
    public static EffortRules of(List<Effort> levels, @Nullable Effort defaultLevel) {
        return new EffortRules(Support.of(!levels.isEmpty()), levels, defaultLevel);
    }

    /**
     * Whether a request may have this level.
     *
     * @param effort the level
     * @return {@link Support#UNKNOWN} if the model's levels are not known
     */
    public Support supports(Effort effort) {
        if (supported.isYes() && !levels.isEmpty()) {
            return Support.of(levels.contains(effort));
        }
        return supported.isNo() ? Support.NO : Support.UNKNOWN;
    }
}
