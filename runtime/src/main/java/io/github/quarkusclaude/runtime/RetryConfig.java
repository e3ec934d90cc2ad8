package io.github.quarkusclaude.runtime;

import java.time.Duration;

import io.github.quarkusclaude.transport.RetrySettings;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * How calls that fail are made again.
 */
@ConfigGroup
public interface RetryConfig {

    /**
     * How often a call is made again at most; 0 for never.
     * <p>
     * Only failures that may pass count: lost connections, the statuses 408, 409, 429 and all from 500, and what the API marks
     * with `x-should-retry`. A stream is opened again only as long as nothing of its content has arrived; what creates a file
     * or a batch only if the API has not begun with it. All attempts together must end within `timeout`.
     */
    @WithDefault("2")
    int maxRetries();

    /**
     * How long to wait before the first retry, if the API does not say (`retry-after`). Doubles with each further one.
     */
    @WithDefault("500ms")
    Duration initialDelay();

    /**
     * The longest wait before a retry, if the API does not say.
     */
    @WithDefault("8s")
    Duration maxDelay();

    /**
     * The share of a wait that is left to chance, from 0 to 1, so that clients do not come back all at once. Waits that the
     * API asks for are kept.
     */
    @WithDefault("0.25")
    double jitter();

    default RetrySettings settings() {
        return new RetrySettings(maxRetries(), initialDelay(), maxDelay(), jitter());
    }
}
