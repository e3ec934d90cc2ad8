package io.github.quarkusclaude.runtime.telemetry;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Health
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.health")
public interface HealthBuildTimeConfig {

    /**
     * Whether clients are part of the readiness of the application, if it has SmallRye Health.
     */
    @WithDefault("true")
    boolean enabled();
}
