package io.github.quarkusclaude.message;

/**
 * What the client does with a parameter that the model of a request does not take.
 */
public enum Unsupported {

    /** Translates it into what the model takes, or leaves it out; warns once for each model and parameter. */
    ADAPT,

    /** Fails before anything is sent, with a message that says what to change. */
    REJECT
}
