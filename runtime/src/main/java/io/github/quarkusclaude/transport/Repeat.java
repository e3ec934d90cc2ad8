package io.github.quarkusclaude.transport;

/**
 * Whether a call may be made again.
 */
enum Repeat {
    /** Whenever a failure may pass. */
    ALWAYS,
    /** Only if the API has not done what was asked: something would be there twice otherwise. */
    UNLESS_DONE,
    /** The call cannot be made again. */
    NEVER
}
