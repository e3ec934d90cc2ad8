package io.github.quarkusclaude.runtime.catalog;

/**
 * Which of the shipped catalogues an application starts from.
 */
public enum CatalogProfile {

    /** The Claude API as it is: all models with their lifecycle, limits, rules and prices. */
    CURRENT,

    /**
     * The seven models of the provider guide of March 2026 with the values it states, right or wrong. All of them are
     * retired; meant for tests that compare with that guide.
     */
    CLASSIC
}
