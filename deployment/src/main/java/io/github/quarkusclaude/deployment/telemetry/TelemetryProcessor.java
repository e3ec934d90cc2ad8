package io.github.quarkusclaude.deployment.telemetry;

import java.util.Optional;

import io.github.quarkusclaude.runtime.telemetry.HealthBuildTimeConfig;
import io.github.quarkusclaude.runtime.telemetry.MetricsBuildTimeConfig;
import io.github.quarkusclaude.runtime.telemetry.TracingBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/**
 * Makes beans of what measures, traces and checks clients, if the application has the extension each of them needs. By
 * their names, since their classes cannot be loaded without it.
 */
class TelemetryProcessor {

    private static final String PACKAGE = "io.github.quarkusclaude.runtime.telemetry.";
    private static final String METRICS = PACKAGE + "MicrometerObserver";
    private static final String TRACING = PACKAGE + "OpenTelemetryObserver";
    private static final String HEALTH = PACKAGE + "ClaudeReadiness";

    @BuildStep
    void metrics(MetricsBuildTimeConfig config, Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
        boolean wanted = config.enabled() && metrics.isPresent()
                && metrics.get().metricsSupported(MetricsFactory.MICROMETER);
        decide(METRICS, wanted, beans, excluded);
    }

    @BuildStep
    void tracing(TracingBuildTimeConfig config, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        decide(TRACING, config.enabled() && capabilities.isPresent(Capability.OPENTELEMETRY_TRACER), beans, excluded);
    }

    @BuildStep
    HealthBuildItem health(HealthBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
        boolean wanted = config.enabled() && capabilities.isPresent(Capability.SMALLRYE_HEALTH);
        decide(HEALTH, wanted, beans, excluded);
        return new HealthBuildItem(HEALTH, wanted);
    }

    /** What is not wanted is excluded: the jar has an index, so that a qualifier or an observer method makes a bean. */
    private static void decide(String className, boolean wanted, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (wanted) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(className)
                    .setDefaultScope(BuiltinScope.SINGLETON.getName()).setUnremovable().build());
        } else {
            excluded.produce(new ExcludedTypeBuildItem(className));
        }
    }
}
