package io.github.quarkusclaude.runtime.telemetry;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Traces
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.tracing")
public interface TracingBuildTimeConfig {

    /**
     * Whether calls and tools have spans, if the application has OpenTelemetry.
     */
    @WithDefault("true")
    boolean enabled();
}
