package io.github.quarkusclaude.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whether a model accepts or offers something. The third answer matters: for some models it is not published, and
 * treating that as "no" would refuse requests the API may well answer.
 */
public enum Support {

    /** The model does. */
    YES,

    /** The model does not; the API answers such a request with an error. */
    NO,

    /** Not published. Sending it is a try. */
    UNKNOWN;

    /**
     * The answer as an enum.
     *
     * @param answer {@code true}, {@code false}, or {@code null} when not known
     * @return {@link #YES}, {@link #NO} or {@link #UNKNOWN}
     */
    public static Support of(@Nullable Boolean answer) {
        if (answer == null) {
            return UNKNOWN;
        }
        return answer ? YES : NO;
    }

    /**
     * Whether the answer is known to be yes.
     *
     * @return {@code true} for {@link #YES} only
     */
    public boolean isYes() {
        return this == YES;
    }

    /**
     * Whether the answer is known to be no.
     *
     * @return {@code true} for {@link #NO} only
     */
    public boolean isNo() {
        return this == NO;
    }
}
