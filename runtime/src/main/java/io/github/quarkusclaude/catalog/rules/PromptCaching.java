package io.github.quarkusclaude.catalog.rules;

import java.util.Optional;

import io.github.quarkusclaude.message.CacheControl;

/**
 * Whether prompts are cached although the request does not ask for it.
 */
public enum PromptCaching {

    /** Only what the request asks for. */
    OFF(Optional.empty()),

    /** Up to the last cacheable block, until five minutes after the last use. */
    FIVE_MINUTES(Optional.of(CacheControl.FIVE_MINUTES)),

    /** Up to the last cacheable block, until one hour after the last use. */
    ONE_HOUR(Optional.of(CacheControl.ONE_HOUR));

    private final Optional<CacheControl> breakpoint;

    PromptCaching(Optional<CacheControl> breakpoint) {
        this.breakpoint = breakpoint;
    }

    Optional<CacheControl> breakpoint() {
        return breakpoint;
    }
}
