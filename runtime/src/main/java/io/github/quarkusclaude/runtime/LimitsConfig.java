package io.github.quarkusclaude.runtime;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * How calls are held back.
 */
@ConfigGroup
public interface LimitsConfig {

    /**
     * Whether calls wait so that the rate limits of the account are kept, instead of being refused by the API with status 429.
     * <p>
     * The client knows the limits from the answers. While a limit has room for everything, nobody waits.
     */
    @WithDefault("true")
    boolean pacing();

    /**
     * How many calls may be under way at once. A stream counts until it has ended. Further calls wait.
     */
    @WithDefault("256")
    int maxConcurrent();

    /**
     * How many calls may wait. Further calls fail at once, with a `TooManyCallsException`.
     */
    @WithDefault("1000")
    int maxQueued();

    /**
     * How long a call may wait each time it is to be sent. If it is known that it would take longer, it fails at once, with a
     * `TooManyCallsException`.
     */
    @ConfigDocDefault("as long as the call may take in total")
    Optional<Duration> maxWait();
}
