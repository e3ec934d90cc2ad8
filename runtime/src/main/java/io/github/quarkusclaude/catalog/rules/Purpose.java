package io.github.quarkusclaude.catalog.rules;

/** What a request is prepared for. */
enum Purpose {

    /** A message in one piece. */
    MESSAGE,

    /** A message as a stream of events. */
    STREAM,

    /** Counting the tokens of the prompt. */
    COUNT,

    /** One of the requests of a message batch. */
    BATCH
}
