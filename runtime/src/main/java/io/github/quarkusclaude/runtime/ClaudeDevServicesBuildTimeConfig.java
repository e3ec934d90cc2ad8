package io.github.quarkusclaude.runtime;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /**
     * The share of the requests that the simulator answers with a failure, from 0 to 1.
     * <p>
     * Which requests that are follows from what they ask, and is the same in every run.
     */
    @ConfigDocDefault("0.1 if there are scenarios, 0 otherwise")
    OptionalDouble faultRate();

    /**
     * The failures those requests meet, by the names of the simulator's scenarios, for example {@code overloaded} and
     * {@code reset-mid-content}.
     */
    @ConfigDocDefault("all scenarios")
    Optional<List<String>> scenarios();
}
