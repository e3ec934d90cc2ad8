package io.github.quarkusclaude.limits;

/**
 * What is known about the size of a call before it is made. It need not be right: what calls really use is learned.
 *
 * @param inputTokens about how many tokens its prompt has
 * @param maxOutputTokens how many tokens its answer may have at most
 * @param fast whether it counts to the limits of fast mode
 */
public record CallSize(long inputTokens, long maxOutputTokens, boolean fast) {

    /** A call without tokens. */
    public static final CallSize NONE = new CallSize(0, 0, false);
}
