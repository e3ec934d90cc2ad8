package io.github.quarkusclaude.catalog.rules;

/** One rule of the API that holds whatever the model is. */
@FunctionalInterface
interface RequestCheck {

    /** Adds a problem to the context for everything the API would refuse. */
    void check(RuleContext context);
}
