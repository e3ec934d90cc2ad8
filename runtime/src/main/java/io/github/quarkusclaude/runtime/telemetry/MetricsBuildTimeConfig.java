package io.github.quarkusclaude.runtime.telemetry;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Metrics
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.metrics")
public interface MetricsBuildTimeConfig {

    /**
     * Whether calls, tokens, costs, retries and limits are measured, if the application has Micrometer.
     */
    @WithDefault("true")
    boolean enabled();
}
