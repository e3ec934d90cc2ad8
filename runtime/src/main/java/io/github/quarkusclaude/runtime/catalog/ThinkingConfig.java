package io.github.quarkusclaude.runtime.catalog;

import java.util.Optional;

import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.ThinkingDefault;
import io.github.quarkusclaude.catalog.ThinkingDisplay;
import io.quarkus.runtime.annotations.ConfigGroup;

/**
 * Which thinking modes a model accepts.
 */
@ConfigGroup
public interface ThinkingConfig {

    /**
     * Whether the model accepts thinking with a token budget.
     */
    Optional<Boolean> enabled();

    /**
     * Whether the model accepts adaptive thinking.
     */
    Optional<Boolean> adaptive();

    /**
     * Whether thinking can be switched off: `yes`, `no`, or `up-to-high-effort` if not with effort `xhigh` and `max`.
     */
    Optional<ConditionalSupport> disabled();

    /**
     * Whether the model accepts thinking between tool calls only: `yes`, `no`, or `up-to-high-effort` if not with effort
     * `xhigh` and `max`.
     */
    Optional<ConditionalSupport> betweenTools();

    /**
     * What the model does when the request does not mention thinking: `off` or `adaptive`.
     */
    Optional<ThinkingDefault> whenOmitted();

    /**
     * What thinking blocks show when the request does not choose: `summarized` or `omitted`.
     */
    Optional<ThinkingDisplay> display();
}
