package io.github.quarkusclaude.simulator;

/**
 * What a rule wants to say.
 *
 * @param free whether the wording is free, so that instructions of the system may change it
 */
record Reply(Prose prose, boolean free) {

    /** Marks answers that could be taken for those of a model. */
    static final String MARKER = "Simulated answer: ";

    /** A text of the simulator's own; it will be marked as simulated. */
    static Reply free(String text) {
        return new Reply(new WrittenProse(text), true);
    }

    /** A text that has to be exactly this one. */
    static Reply exact(String text) {
        return exact(new WrittenProse(text));
    }

    static Reply exact(Prose prose) {
        return new Reply(prose, false);
    }
}
