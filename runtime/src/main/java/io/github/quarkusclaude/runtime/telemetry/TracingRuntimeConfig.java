package io.github.quarkusclaude.runtime.telemetry;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Content of traces
 */
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
@ConfigMapping(prefix = "quarkus.claude.tracing")
public interface TracingRuntimeConfig {

    /**
     * Whether spans have prompts, answers, and the arguments and results of tools as attributes.
     * <p>
     * Whoever sees the traces reads them then. By default the variable `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`
     * of other OpenTelemetry instrumentations decides: only if it is `true`, content is captured.
     */
    @WithDefault("${OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT:false}")
    boolean captureContent();
}
