package io.github.quarkusclaude.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue: everything known about a model.
 *
 * @param id the id applications use, for example {@code claude-sonnet-5-5}
 * @param displayName the name people read, for example {@code Claude Sonnet 5.5}
 * @param line the family the model belongs to ({@code haiku}, {@code sonnet}, {@code opus}, {@code fable},
 *        {@code mythos}, or one that came later), or {@code null} for models from before there were families
 * @param aliases other ids that mean this model
 * @param wireId the id that is sent to the API; differs from {@code id} only for entries the API knows by another name
 * @param restricted whether only organisations that Anthropic admitted can use the model
 * @param lifecycle status, dates and replacement
 * @param limits sizes in tokens
 * @param capabilities what a request may contain
 * @param thinking which thinking modes are accepted
 * @param effort which effort levels are accepted
 * @param prices what it costs
 */
public record ClaudeModel(String id, String displayName, @Nullable String line, List<String> aliases, String wireId,
        boolean restricted, Lifecycle lifecycle, Limits limits, Capabilities capabilities, ThinkingRules thinking,
        EffortRules effort, Prices prices) {

    public ClaudeModel {
        aliases = List.copyOf(aliases);
    }

    /**
     * An active model of which nothing else is known.
     *
     * @param id the id, also used on the wire
     * @param displayName the name people read
     * @param line the family
     * @return the model
     */
    public static ClaudeModel named(String id, String displayName, @Nullable String line) {
        return new ClaudeModel(id, displayName, line, List.of(), id, false, Lifecycle.ACTIVE, Limits.UNKNOWN,
                Capabilities.UNKNOWN, ThinkingRules.UNKNOWN, EffortRules.UNKNOWN, Prices.UNKNOWN);
    }

    /**
     * Whether the model has a capability.
     *
     * @param capability the capability
     * @return {@link Support#UNKNOWN} if the catalogue does not say
     */
    public Support supports(Capability capability) {
        return capability.of(this);
    }

    /**
     * Whether the model reads images.
     *
     * @return {@code false} also if that is not known
     */
    public boolean supportsVision() {
        return capabilities.imageInput().isYes();
    }

    /**
     * Whether the model can think before it answers, with a token budget or adaptively.
     *
     * @return {@code false} also if that is not known
     */
    public boolean supportsExtendedThinking() {
        return thinking.thinks().isYes();
    }

    /**
     * The context window, prompt and answer together.
     *
     * @return tokens, or 0 if not known
     */
    public int contextWindow() {
        Integer tokens = limits.maxInputTokens();
        return tokens == null ? 0 : tokens;
    }

    /**
     * The longest answer a request may ask for.
     *
     * @return tokens, or 0 if not known
     */
    public int maxOutputTokens() {
        Integer tokens = limits.maxTokens();
        return tokens == null ? 0 : tokens;
    }
}
