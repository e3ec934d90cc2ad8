package io.github.quarkusclaude.catalog;

/**
 * Whether a request may force the model to use a tool ({@code tool_choice} of type {@code any} or {@code tool}).
 */
public enum ForcedToolChoice {

    /** Accepted. */
    YES,

    /** Refused with an error. */
    NO,

    /** Accepted unless the request turns thinking on with a token budget. */
    WITHOUT_MANUAL_THINKING,

    /** Not published. */
    UNKNOWN
}
