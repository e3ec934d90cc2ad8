package io.github.quarkusclaude.catalog;

/**
 * Which values of the {@code thinking} field a model accepts, and what it does without one.
 *
 * @param enabled {@code enabled} with a token budget (manual thinking)
 * @param adaptive {@code adaptive}: the model decides how much to think
 * @param disabled {@code disabled}
 * @param betweenTools {@code between_tools}: no thinking up front, notes between tool calls
 * @param whenOmitted what happens when the request has no {@code thinking} field
 * @param display what thinking blocks show when the request does not choose
 */
public record ThinkingRules(Support enabled, Support adaptive, ConditionalSupport disabled,
        ConditionalSupport betweenTools, ThinkingDefault whenOmitted, ThinkingDisplay display) {

    /** Nothing is known. */
    public static final ThinkingRules UNKNOWN = new ThinkingRules(Support.UNKNOWN, Support.UNKNOWN,
            ConditionalSupport.UNKNOWN, ConditionalSupport.UNKNOWN, ThinkingDefault.UNKNOWN, ThinkingDisplay.UNKNOWN);

    /**
     * Whether the model can think at all, with a budget or adaptively.
     *
     * @return {@link Support#NO} only if both ways are known to be refused
     */
    public Support thinks() {
        if (enabled.isYes() || adaptive.isYes()) {
            return Support.YES;
        }
        return enabled.isNo() && adaptive.isNo() ? Support.NO : Support.UNKNOWN;
    }
}
