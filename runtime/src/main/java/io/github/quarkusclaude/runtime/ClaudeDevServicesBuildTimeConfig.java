package io.github.quarkusclaude.runtime;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Dev Services
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.devservices")
public interface ClaudeDevServicesBuildTimeConfig {

    /**
     * Whether a simulator of the Claude API answers in development and in tests.
     * <p>
     * It starts for clients that have neither an API key nor a base URL, needs no container, and never starts in
     * production.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * The port of the simulator.
     */
    @ConfigDocDefault("a free port")
    OptionalInt port();
}
