package io.github.quarkusclaude.catalog;

/**
 * Whether a model accepts a thinking mode, when the answer may depend on the effort of the request.
 */
public enum ConditionalSupport {

    /** Accepted with every effort. */
    YES,

    /** Never accepted. */
    NO,

    /** Accepted with effort low, medium or high; refused with {@link Effort#XHIGH} and {@link Effort#MAX}. */
    UP_TO_HIGH_EFFORT,

    /** Not published. */
    UNKNOWN;

    /**
     * The answer for one effort.
     *
     * @param effort the effort the request will have
     * @return whether the mode is accepted together with it
     */
    public Support with(Effort effort) {
        return switch (this) {
            case YES -> Support.YES;
            case NO -> Support.NO;
            case UP_TO_HIGH_EFFORT -> Support.of(effort.compareTo(Effort.HIGH) <= 0);
            case UNKNOWN -> Support.UNKNOWN;
        };
    }
}
